import { type PodSource } from '../../../../model/object-set';

/**
 * The labels that controllers put on the pods they make, beside those of the template.
 *
 * Upstream: StatefulSet pkg/controller/statefulset/stateful_set_utils.go (initIdentity, newVersionedStatefulSetPod),
 * Deployment pkg/controller/deployment/sync.go (getNewReplicaSet), DaemonSet pkg/controller/daemon/util
 * (CreatePodTemplate), Job pkg/registry/batch/job/strategy.go (generateSelector) and pkg/controller/job (indexed).
 */
const GENERATED: ReadonlyMap<string, readonly string[]> = new Map([
  ['statefulset.kubernetes.io/pod-name', ['StatefulSet']],
  ['apps.kubernetes.io/pod-index', ['StatefulSet']],
  ['controller-revision-hash', ['StatefulSet', 'DaemonSet']],
  ['pod-template-generation', ['DaemonSet']],
  ['pod-template-hash', ['Deployment']],
  ['job-name', ['Job', 'CronJob']],
  ['batch.kubernetes.io/job-name', ['Job', 'CronJob']],
  ['controller-uid', ['Job', 'CronJob']],
  ['batch.kubernetes.io/controller-uid', ['Job', 'CronJob']],
  ['batch.kubernetes.io/job-completion-index', ['Job', 'CronJob']],
]);

/** Whether some controller sets a label of that key. */
export function isGeneratedLabel(key: string): boolean {
  return GENERATED.has(key);
}

/** The kinds whose pods some controller gives a label of that key. */
export function generatingKinds(key: string): readonly string[] {
  return GENERATED.get(key) ?? [];
}

/** Whether the value of a label of that key begins with the name of what its pods come of. */
export function isGeneratedByName(key: string): boolean {
  return BY_NAME.has(key);
}

const BY_NAME: ReadonlySet<string> = new Set([
  'statefulset.kubernetes.io/pod-name',
  'job-name',
  'batch.kubernetes.io/job-name',
]);

/**
 * Whether pods made from a template may get the label with that value. Values that hang on the state of the
 * cluster are taken for possible.
 */
export function mayGenerateLabel({ entry }: PodSource, key: string, value: string): boolean {
  if (GENERATED.get(key)?.includes(entry.kind) !== true) return false;
  switch (key) {
    case 'statefulset.kubernetes.io/pod-name':
      return value.startsWith(`${entry.name}-`) && /^[0-9]+$/.test(value.slice(entry.name.length + 1));
    case 'job-name':
    case 'batch.kubernetes.io/job-name':
      return entry.kind === 'Job' ? value === entry.name : value.startsWith(`${entry.name}-`);
    default:
      return true;
  }
}
