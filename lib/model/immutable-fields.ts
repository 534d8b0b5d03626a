import { parseApiVersion } from './api-version';
import { isJsonObject, objectField, textField } from './json-object';
import { type JsonObject } from './json-value';

/** Why an apply refuses a change of a field, and what to do instead. */
export interface ImmutableField {
  readonly reason: string;
  readonly help: string;
}

interface ImmutableRule extends ImmutableField {
  /** The fields from the root of the object; a change of one, or of anything below it, is refused. */
  readonly fields: readonly string[];
  /** Fields below `fields` that may change all the same. */
  readonly except?: readonly string[];
  /** Whether the rule holds for this object as it was before; always, if absent. */
  readonly when?: (before: JsonObject) => boolean;
}

const REPLACE = 'delete the object and apply it anew';
const RENAME = 'give the new version a name of its own';

const IMMUTABLE_CONTENT: readonly ImmutableRule[] = ['data', 'binaryData', 'immutable'].map((field) => ({
  fields: [field],
  when: (before) => before.immutable === true,
  reason: 'the object is marked immutable',
  help: RENAME,
}));

const SELECTOR: ImmutableRule = {
  fields: ['spec', 'selector'],
  reason: 'the selector of a workload is immutable',
  help: `keep the old labels in \`selector\`, or ${REPLACE}`,
};

const ROLE_REF: ImmutableRule = {
  fields: ['roleRef'],
  reason: 'roleRef is immutable',
  help: RENAME,
};

/** A rule for each of some fields of the object that can only be set when it is made. */
function fixed(fields: readonly string[], help = REPLACE): readonly ImmutableRule[] {
  return fields.map((field) => ({ fields: field.split('.'), reason: `${field} is immutable`, help }));
}

/**
 * What may not change once an object is there, by group and kind. Read off `Validate*Update` of
 * k8s.io/kubernetes/pkg/apis/{core,apps,batch,rbac,storage,networking,discovery,scheduling,node}/validation and
 * k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation, v1.36.4.
 */
const RULES: Readonly<Record<string, readonly ImmutableRule[]>> = {
  'apps/Deployment': [SELECTOR],
  'apps/ReplicaSet': [SELECTOR],
  'apps/DaemonSet': [SELECTOR],
  'apps/StatefulSet': [
    {
      fields: ['spec'],
      except: [
        'replicas',
        'ordinals',
        'template',
        'updateStrategy',
        'revisionHistoryLimit',
        'persistentVolumeClaimRetentionPolicy',
        'minReadySeconds',
      ],
      reason: 'a StatefulSet takes only changes of replicas, template, update strategy and the like',
      help: 'delete it with `kubectl delete --cascade=orphan` and apply it anew; its pods and claims stay',
    },
  ],
  'batch/Job': [
    {
      fields: ['spec', 'template'],
      when: (before) => objectField(before, 'spec')?.suspend !== true,
      reason: 'the pod template of a Job is immutable',
      help: 'give each version a name of its own (`nameByContent: true`), or delete the Job first',
    },
    {
      fields: ['spec', 'completions'],
      when: (before) => textField(objectField(before, 'spec'), 'completionMode') !== 'Indexed',
      reason: 'completions of a Job is immutable unless it is indexed',
      help: RENAME,
    },
    ...fixed(
      [
        'spec.selector',
        'spec.completionMode',
        'spec.podFailurePolicy',
        'spec.backoffLimitPerIndex',
        'spec.successPolicy',
        'spec.managedBy',
      ],
      RENAME,
    ),
  ],
  '/Pod': [
    {
      fields: ['spec'],
      except: [
        'containers',
        'initContainers',
        'activeDeadlineSeconds',
        'tolerations',
        'terminationGracePeriodSeconds',
      ],
      reason: 'a Pod takes only changes of images, tolerations and deadlines',
      help: `${REPLACE}; a Worker or WebService rolls changes out by itself`,
    },
  ],
  '/Service': [
    {
      fields: ['spec', 'clusterIP'],
      // A Service that had none yet, or leads to a name, may get one.
      when: (before) => {
        const spec = objectField(before, 'spec');
        return textField(spec, 'clusterIP') !== undefined && spec?.type !== 'ExternalName';
      },
      reason: 'clusterIP is immutable',
      help: REPLACE,
    },
    ...fixed(['spec.healthCheckNodePort']),
  ],
  '/ConfigMap': IMMUTABLE_CONTENT,
  '/Secret': [...IMMUTABLE_CONTENT, ...fixed(['type'])],
  '/PersistentVolumeClaim': [
    {
      fields: ['spec'],
      except: ['resources', 'volumeAttributesClassName'],
      reason: 'a claim takes only changes of its size',
      help: 'make a second claim and copy the data, or delete the first with all that is on it',
    },
  ],
  '/PersistentVolume': [
    {
      fields: ['spec'],
      except: [
        'accessModes',
        'capacity',
        'claimRef',
        'mountOptions',
        'nodeAffinity',
        'persistentVolumeReclaimPolicy',
        'storageClassName',
        'volumeAttributesClassName',
      ],
      reason: 'the source of a volume is immutable',
      help: RENAME,
    },
  ],
  'rbac.authorization.k8s.io/RoleBinding': [ROLE_REF],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [ROLE_REF],
  'storage.k8s.io/StorageClass': fixed(
    ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
    RENAME,
  ),
  'storage.k8s.io/CSIDriver': fixed(['spec.attachRequired', 'spec.volumeLifecycleModes']),
  'scheduling.k8s.io/PriorityClass': fixed(['value', 'preemptionPolicy'], RENAME),
  'node.k8s.io/RuntimeClass': fixed(['handler'], RENAME),
  'networking.k8s.io/IngressClass': fixed(['spec.controller'], RENAME),
  'discovery.k8s.io/EndpointSlice': fixed(['addressType'], RENAME),
  'apiextensions.k8s.io/CustomResourceDefinition': fixed(
    ['spec.group', 'spec.scope', 'spec.names.kind', 'spec.names.plural'],
    'make a definition of another name and move the objects over',
  ),
};

/**
 * Whether an apply refuses a change of the field at `path`, given the object as it was before.
 *
 * @param before - the object that the cluster has
 * @param path - the names of the fields from the root, e.g. `['spec', 'selector', 'matchLabels', 'app']`
 */
export function findImmutableField(before: JsonObject, path: readonly string[]): ImmutableField | undefined {
  const { group } = parseApiVersion(textField(before, 'apiVersion') ?? '');
  const rules = RULES[`${group}/${textField(before, 'kind') ?? ''}`] ?? [];
  const rule = rules.find(
    ({ fields, except = [], when }) =>
      fields.every((field, index) => path[index] === field) &&
      !except.includes(path[fields.length] ?? '') &&
      (when === undefined || (isJsonObject(before) && when(before))),
  );
  return rule && { reason: rule.reason, help: rule.help };
}
