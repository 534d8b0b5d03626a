import { isBuiltInGroup } from '../../model/kinds';

/**
 * The classes in which objects of one file are installed, first to last. Kinds of one class have no order
 * among themselves beyond the one given.
 *
 * It grew out of Helm's list (helm, pkg/releaseutil/kind_sorter.go, InstallOrder) and departs from it where
 * the API server gives a reason:
 * - definitions, classes and priorities come before all that names them;
 * - limits, quotas and network policies come right after the namespace that they guard, so that no pod
 *   slips in before its defaults. A quota without a status refuses nothing (apiserver,
 *   pkg/admission/plugin/resourcequota/controller.go, CheckRequest reads `status.hard`);
 * - a role comes before its binding, since who may not `bind` is refused a binding to an absent role
 *   (kubernetes, pkg/registry/rbac/rolebinding/policybased/storage.go, Create);
 * - autoscalers follow what they scale, so that they find it at the first look;
 * - kinds that are not built in follow the workloads, among which their operators are;
 * - what can refuse other objects comes last: aggregated APIs, admission policies, webhooks.
 */
const CLASSES: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  [
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'VolumeAttributesClass',
    'CSIDriver',
    'IngressClass',
    'DeviceClass',
  ],
  ['LimitRange'],
  ['ResourceQuota'],
  ['NetworkPolicy'],
  ['ServiceAccount'],
  ['Secret', 'ConfigMap'],
  ['ClusterRole', 'Role'],
  ['ClusterRoleBinding', 'RoleBinding'],
  ['PersistentVolume'],
  ['PersistentVolumeClaim'],
  ['Service', 'Endpoints', 'EndpointSlice'],
  ['PodDisruptionBudget'],
  [
    'DaemonSet',
    'Deployment',
    'StatefulSet',
    'ReplicaSet',
    'ReplicationController',
    'Pod',
    'Job',
    'CronJob',
    'PodTemplate',
  ],
  ['HorizontalPodAutoscaler'],
  ['Ingress'],
  [],
  ['APIService'],
  ['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'],
  ['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'],
  ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
];

const UNKNOWN = CLASSES.findIndex((kinds) => kinds.length === 0);
const RANKS = new Map(CLASSES.flatMap((kinds, rank) => kinds.map((kind) => [kind, rank] as const)));

/**
 * The rank of an object's install class, from 0. A custom kind that shares its name with a built-in one
 * (`Ingress` of another group) ranks with the custom kinds.
 */
export function installClass(group: string, kind: string): number {
  return isBuiltInGroup(group) ? (RANKS.get(kind) ?? UNKNOWN) : UNKNOWN;
}
