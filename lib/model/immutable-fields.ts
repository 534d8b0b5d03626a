import { groupOf } from './api-version';
import { CLAIM_RULES } from './immutable/claim-rules';
import { fixed, RENAME, sameBut, valueAt } from './immutable/fixed';
import { type ImmutableField, type ImmutableRule } from './immutable/immutable-rule';
import { SERVICE_RULES } from './immutable/service-rules';
import { JOB_RULES, POD_RULES, SELECTOR_RULES, STATEFUL_SET_RULES } from './immutable/workload-rules';
import { textField } from './json-object';
import { type JsonObject } from './json-value';
import { compareKubernetesVersions, type KubernetesVersion } from './kubernetes-version';
import { sameMeaning } from './same-meaning';

const IMMUTABLE_CONTENT: readonly ImmutableRule[] = ['data', 'binaryData', 'stringData', 'immutable'].map(
  (field) => ({
    fields: [field],
    when: (before) => before.immutable === true,
    reason: 'the object is marked immutable',
    help: RENAME,
    accepts: sameBut(undefined, field),
  }),
);

const ROLE_REF: readonly ImmutableRule[] = [
  {
    fields: ['roleRef'],
    reason: 'roleRef is immutable',
    help: `${RENAME}, or delete the binding first`,
    accepts: (before, after) =>
      ['kind', 'name'].every((field) =>
        sameMeaning(valueAt(before, ['roleRef', field]), valueAt(after, ['roleRef', field])),
      ),
  },
];

const VOLUME_RULES: readonly ImmutableRule[] = [
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
    accepts: (before, after, [, field = '']) =>
      sameBut(field === 'volumeMode' ? 'Filesystem' : undefined, 'spec', field)(before, after),
  },
  {
    fields: ['spec', 'nodeAffinity'],
    when: (before) => valueAt(before, ['spec', 'nodeAffinity']) !== undefined,
    reason: 'the nodeAffinity of a volume is immutable once it is set',
    help: RENAME,
    accepts: sameBut(undefined, 'spec', 'nodeAffinity'),
  },
  {
    fields: ['spec', 'volumeAttributesClassName'],
    hangsOnAfter: true,
    when: (before) => valueAt(before, ['spec', 'volumeAttributesClassName']) !== undefined,
    reason: 'a volume that has a volumeAttributesClassName cannot go back to none',
    help: 'name another VolumeAttributesClass',
    accepts: (_, after) => valueAt(after, ['spec', 'volumeAttributesClassName']) !== undefined,
  },
];

/**
 * What may not change once an object is there, by group and kind. Read off `Validate*Update` of
 * k8s.io/kubernetes/pkg/apis/{core,apps,batch,rbac,storage,networking,discovery,scheduling,node,coordination,resource}/validation
 * and k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation, v1.36.4.
 */
const RULES: ReadonlyMap<string, readonly ImmutableRule[]> = new Map<string, readonly ImmutableRule[]>([
  ['apps/Deployment', SELECTOR_RULES],
  ['apps/ReplicaSet', SELECTOR_RULES],
  ['apps/DaemonSet', SELECTOR_RULES],
  ['apps/StatefulSet', STATEFUL_SET_RULES],
  ['batch/Job', JOB_RULES],
  ['/Pod', POD_RULES],
  ['/Service', SERVICE_RULES],
  ['/ConfigMap', IMMUTABLE_CONTENT],
  [
    '/Secret',
    [...IMMUTABLE_CONTENT, ...fixed([['type', 'Opaque']], `delete the Secret first, or ${RENAME}`)],
  ],
  ['/PersistentVolumeClaim', CLAIM_RULES],
  ['/PersistentVolume', VOLUME_RULES],
  ['rbac.authorization.k8s.io/RoleBinding', ROLE_REF],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', ROLE_REF],
  [
    'storage.k8s.io/StorageClass',
    fixed(
      ['provisioner', 'parameters', ['reclaimPolicy', 'Delete'], ['volumeBindingMode', 'Immediate']],
      `${RENAME}, or delete the class first: volumes and claims that were made of it stay`,
    ),
  ],
  ['storage.k8s.io/VolumeAttributesClass', fixed(['driverName', 'parameters'], RENAME)],
  [
    'storage.k8s.io/CSIDriver',
    fixed([
      ['spec.attachRequired', true],
      ['spec.volumeLifecycleModes', ['Persistent']],
    ]),
  ],
  [
    'scheduling.k8s.io/PriorityClass',
    fixed(
      ['value', ['preemptionPolicy', 'PreemptLowerPriority']],
      `${RENAME}, or delete the class first: pods that are there keep their priority`,
    ),
  ],
  ['node.k8s.io/RuntimeClass', fixed(['handler'], RENAME)],
  ['networking.k8s.io/IngressClass', fixed(['spec.controller'], RENAME)],
  ['networking.k8s.io/IPAddress', fixed(['spec.parentRef'], RENAME)],
  ['discovery.k8s.io/EndpointSlice', fixed(['addressType'], RENAME)],
  ['coordination.k8s.io/LeaseCandidate', fixed(['spec.leaseName'], RENAME)],
  ['certificates.k8s.io/ClusterTrustBundle', fixed(['spec.signerName'], RENAME)],
  ['resource.k8s.io/ResourceClaim', fixed(['spec'], RENAME)],
  ['resource.k8s.io/ResourceClaimTemplate', fixed(['spec'], RENAME)],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    fixed(
      ['spec.group', 'spec.scope', 'spec.names.kind', 'spec.names.plural'],
      'make a definition of another name and move the objects over',
    ),
  ],
]);

/** What more is known of a change. */
export interface ChangeFacts {
  /** The object as it is to be: then what only writes out a default, or says the same in other words, is no change. */
  readonly after?: JsonObject;
  /** The version of the cluster; the newest, if absent. */
  readonly target?: KubernetesVersion;
}

/**
 * Whether an apply refuses a change of the field at `path`, given the object as it was before.
 *
 * @param before - the object that the cluster has
 * @param path - the names of the fields from the root, e.g. `['spec', 'selector', 'matchLabels', 'app']`
 */
export function findImmutableField(
  before: JsonObject,
  path: readonly string[],
  { after, target }: ChangeFacts = {},
): ImmutableField | undefined {
  const group = groupOf(textField(before, 'apiVersion') ?? '');
  const rules = RULES.get(`${group}/${textField(before, 'kind') ?? ''}`) ?? [];
  const rule = rules.find(
    ({ fields, except = [], when, accepts, hangsOnAfter, until }) =>
      fields.every((field, index) => (path[index] ?? (after && field)) === field) &&
      !except.includes(path[fields.length] ?? '') &&
      (until === undefined || (target !== undefined && compareKubernetesVersions(target, until) < 0)) &&
      (when === undefined || when(before)) &&
      (after === undefined ? hangsOnAfter !== true : accepts?.(before, after, path) !== true),
  );
  return rule && { reason: rule.reason, help: rule.help };
}
