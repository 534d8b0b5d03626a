import { isJsonObject, listField, objectField, textField } from '../json-object';
import { type JsonObject, type JsonValue } from '../json-value';
import { sameMeaning } from '../same-meaning';
import { fixed, RENAME, REPLACE, sameBut, valueAt } from './fixed';
import { type ImmutableRule } from './immutable-rule';

/** Deployment, ReplicaSet and DaemonSet: `Validate*Update` of k8s.io/kubernetes/pkg/apis/apps/validation. */
export const SELECTOR_RULES: readonly ImmutableRule[] = [
  {
    fields: ['spec', 'selector'],
    reason: 'the selector of a workload is immutable',
    help: 'keep the old labels in `selector`, or give the workload a new name and remove the old one when the new one is ready',
    accepts: sameBut(undefined, 'spec', 'selector'),
  },
];

/** `ValidateStatefulSetUpdate`, of the same package. */
export const STATEFUL_SET_RULES: readonly ImmutableRule[] = [
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
    accepts: (before, after, [, field = '']) => {
      if (field === 'volumeClaimTemplates') return sameMeaning(templates(before), templates(after));
      const fallback =
        field === 'podManagementPolicy' ? 'OrderedReady' : field === 'serviceName' ? '' : undefined;
      return sameBut(fallback, 'spec', field)(before, after);
    },
  },
  {
    fields: ['spec', 'revisionHistoryLimit'],
    until: '1.33',
    reason: 'revisionHistoryLimit of a StatefulSet is immutable before Kubernetes 1.33',
    help: 'delete it with `kubectl delete --cascade=orphan` and apply it anew; its pods and claims stay',
    accepts: sameBut(10, 'spec', 'revisionHistoryLimit'),
  },
];

/** As the server keeps them. */
function templates(object: JsonObject): JsonValue {
  return listField(objectField(object, 'spec'), 'volumeClaimTemplates').map((template) => {
    if (!isJsonObject(template)) return template;
    const { apiVersion: _apiVersion, kind: _kind, status: _status, ...rest } = template;
    return { ...rest, spec: { volumeMode: 'Filesystem', ...objectField(rest, 'spec') } };
  });
}

/** `ValidateJobSpecUpdate`, k8s.io/kubernetes/pkg/apis/batch/validation/validation.go. */
export const JOB_RULES: readonly ImmutableRule[] = [
  {
    fields: ['spec', 'template'],
    when: (before) => objectField(before, 'spec')?.suspend !== true,
    reason: 'the pod template of a Job is immutable',
    help: 'give each version a name of its own (`nameByContent: true`), or delete the Job first',
    accepts: sameBut(undefined, 'spec', 'template'),
  },
  {
    fields: ['spec', 'template'],
    hangsOnAfter: true,
    when: (before) => objectField(before, 'spec')?.suspend === true,
    reason:
      'of the pod template of a suspended Job only labels, annotations, node selection and tolerations may change',
    help: 'give each version a name of its own (`nameByContent: true`), or delete the Job first',
    accepts: (before, after) => sameMeaning(fixedTemplate(before), fixedTemplate(after)),
  },
  {
    fields: ['spec', 'completions'],
    when: (before) => textField(objectField(before, 'spec'), 'completionMode') !== 'Indexed',
    reason: 'completions of a Job is immutable unless it is indexed',
    help: RENAME,
    accepts: (before, after) => sameMeaning(completions(before), completions(after)),
  },
  ...fixed(
    [
      'spec.selector',
      ['spec.completionMode', 'NonIndexed'],
      'spec.podFailurePolicy',
      'spec.backoffLimitPerIndex',
      'spec.successPolicy',
      'spec.managedBy',
    ],
    RENAME,
  ),
];

/** `SetDefaults_Job`: one, where parallelism is left out too. */
function completions(object: JsonObject): JsonValue | undefined {
  const spec = objectField(object, 'spec');
  return spec?.completions ?? (spec?.parallelism === undefined ? 1 : undefined);
}

/** The template without what a suspended Job may change; resources of containers may from 1.36 on. */
function fixedTemplate(object: JsonObject): JsonValue {
  const spec = objectField(objectField(objectField(object, 'spec'), 'template'), 'spec') ?? {};
  const { nodeSelector: _n, tolerations: _t, schedulingGates: _s, affinity, ...rest } = spec;
  const { nodeAffinity: _a, ...affinities } = isJsonObject(affinity) ? affinity : {};
  return { ...rest, affinity: affinities, containers: withoutResources(spec, 'containers') };
}

function withoutResources(spec: JsonObject, field: string): JsonValue {
  return listField(spec, field).map((container) => {
    if (!isJsonObject(container)) return container;
    const { resources: _resources, ...rest } = container;
    return rest;
  });
}

/** `ValidatePodUpdate`, k8s.io/kubernetes/pkg/apis/core/validation/validation.go. */
export const POD_RULES: readonly ImmutableRule[] = [
  {
    fields: ['spec'],
    except: [
      'containers',
      'initContainers',
      'activeDeadlineSeconds',
      'tolerations',
      'terminationGracePeriodSeconds',
      'schedulingGates',
    ],
    reason: 'a Pod takes only changes of images, tolerations and deadlines',
    help: `${REPLACE}; a Worker or WebService rolls changes out by itself`,
    accepts: (before, after, [, field = '']) => sameBut(undefined, 'spec', field)(before, after),
  },
  ...['containers', 'initContainers'].map((field): ImmutableRule => ({
    fields: ['spec', field],
    hangsOnAfter: true,
    reason: 'of the containers of a Pod only the image may change',
    help: `${REPLACE}; a Worker or WebService rolls changes out by itself`,
    accepts: (before, after) => sameMeaning(withoutImages(before, field), withoutImages(after, field)),
  })),
];

function withoutImages(object: JsonObject, field: string): JsonValue {
  const list = valueAt(object, ['spec', field]);
  return listField({ list: list ?? null }, 'list').map((container) => {
    if (!isJsonObject(container)) return container;
    const { image: _image, ...rest } = container;
    return rest;
  });
}
