/** A built-in API that was gone before the oldest covered minor. */
export interface RemovedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** First Kubernetes minor that did not serve it. */
  readonly removedIn: string;
  /** What serves the same purpose today; absent when nothing does. */
  readonly replacement?: { readonly apiVersion: string; readonly kind: string };
}

type Row = readonly [apiVersion: string, removedIn: string, replacement: string | undefined, kinds: string];

/**
 * Releases: the deprecated API migration guide of kubernetes.io, the `APILifecycleRemoved` functions of
 * k8s.io/api, and, for APIs that have neither, the first swagger.json of k8s.io/kubernetes without them.
 */
const NAMESPACED: readonly Row[] = [
  ['apps/v1beta1', '1.16', 'apps/v1', 'ControllerRevision Deployment StatefulSet'],
  ['apps/v1beta2', '1.16', 'apps/v1', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet'],
  ['authorization.k8s.io/v1beta1', '1.22', 'authorization.k8s.io/v1', 'LocalSubjectAccessReview'],
  ['autoscaling/v2beta1', '1.25', 'autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['autoscaling/v2beta2', '1.26', 'autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['batch/v1beta1', '1.25', 'batch/v1', 'CronJob'],
  ['batch/v2alpha1', '1.21', 'batch/v1', 'CronJob'],
  ['coordination.k8s.io/v1beta1', '1.22', 'coordination.k8s.io/v1', 'Lease'],
  ['discovery.k8s.io/v1alpha1', '1.17', 'discovery.k8s.io/v1', 'EndpointSlice'],
  ['discovery.k8s.io/v1beta1', '1.25', 'discovery.k8s.io/v1', 'EndpointSlice'],
  ['events.k8s.io/v1beta1', '1.25', 'events.k8s.io/v1', 'Event'],
  ['extensions/v1beta1', '1.16', 'apps/v1', 'DaemonSet Deployment ReplicaSet'],
  ['extensions/v1beta1', '1.16', 'networking.k8s.io/v1', 'NetworkPolicy'],
  ['extensions/v1beta1', '1.22', 'networking.k8s.io/v1', 'Ingress'],
  ['networking.k8s.io/v1beta1', '1.22', 'networking.k8s.io/v1', 'Ingress'],
  ['policy/v1beta1', '1.25', 'policy/v1', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io/v1alpha1', '1.23', 'rbac.authorization.k8s.io/v1', 'Role RoleBinding'],
  ['rbac.authorization.k8s.io/v1beta1', '1.22', 'rbac.authorization.k8s.io/v1', 'Role RoleBinding'],
  ['resource.k8s.io/v1alpha1', '1.27', 'resource.k8s.io/v1', 'ResourceClaim ResourceClaimTemplate'],
  ['resource.k8s.io/v1alpha1', '1.27', undefined, 'PodScheduling'],
  ['settings.k8s.io/v1alpha1', '1.20', undefined, 'PodPreset'],
  ['storage.k8s.io/v1alpha1', '1.24', 'storage.k8s.io/v1', 'CSIStorageCapacity'],
  ['storage.k8s.io/v1beta1', '1.27', 'storage.k8s.io/v1', 'CSIStorageCapacity'],
];

const CLUSTER_SCOPED: readonly Row[] = [
  [
    'admissionregistration.k8s.io/v1beta1',
    '1.22',
    'admissionregistration.k8s.io/v1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
  ],
  ['apiextensions.k8s.io/v1beta1', '1.22', 'apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['apiregistration.k8s.io/v1beta1', '1.22', 'apiregistration.k8s.io/v1', 'APIService'],
  ['auditregistration.k8s.io/v1alpha1', '1.19', undefined, 'AuditSink'],
  ['authentication.k8s.io/v1beta1', '1.22', 'authentication.k8s.io/v1', 'TokenReview'],
  [
    'authorization.k8s.io/v1beta1',
    '1.22',
    'authorization.k8s.io/v1',
    'SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  ],
  ['certificates.k8s.io/v1beta1', '1.22', 'certificates.k8s.io/v1', 'CertificateSigningRequest'],
  ['extensions/v1beta1', '1.16', undefined, 'PodSecurityPolicy'],
  [
    'flowcontrol.apiserver.k8s.io/v1alpha1',
    '1.21',
    'flowcontrol.apiserver.k8s.io/v1',
    'FlowSchema PriorityLevelConfiguration',
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta1',
    '1.26',
    'flowcontrol.apiserver.k8s.io/v1',
    'FlowSchema PriorityLevelConfiguration',
  ],
  ['networking.k8s.io/v1beta1', '1.22', 'networking.k8s.io/v1', 'IngressClass'],
  ['node.k8s.io/v1alpha1', '1.24', 'node.k8s.io/v1', 'RuntimeClass'],
  ['node.k8s.io/v1beta1', '1.25', 'node.k8s.io/v1', 'RuntimeClass'],
  ['policy/v1beta1', '1.25', undefined, 'PodSecurityPolicy'],
  [
    'rbac.authorization.k8s.io/v1alpha1',
    '1.23',
    'rbac.authorization.k8s.io/v1',
    'ClusterRole ClusterRoleBinding',
  ],
  [
    'rbac.authorization.k8s.io/v1beta1',
    '1.22',
    'rbac.authorization.k8s.io/v1',
    'ClusterRole ClusterRoleBinding',
  ],
  ['resource.k8s.io/v1alpha1', '1.27', undefined, 'ResourceClass'],
  ['scheduling.k8s.io/v1alpha1', '1.23', 'scheduling.k8s.io/v1', 'PriorityClass'],
  ['scheduling.k8s.io/v1beta1', '1.22', 'scheduling.k8s.io/v1', 'PriorityClass'],
  ['storage.k8s.io/v1alpha1', '1.24', 'storage.k8s.io/v1', 'VolumeAttachment'],
  ['storage.k8s.io/v1beta1', '1.22', 'storage.k8s.io/v1', 'CSIDriver CSINode StorageClass VolumeAttachment'],
];

/** Every built-in API that people still have in files and that no covered minor serves. */
export const REMOVED_KINDS: readonly RemovedKind[] = [
  ...rows(NAMESPACED, true),
  ...rows(CLUSTER_SCOPED, false),
];

/**
 * The removed API of that name.
 *
 * @example
 * findRemovedKind('extensions/v1beta1', 'Ingress')?.removedIn; // '1.22'
 */
export function findRemovedKind(apiVersion: string, kind: string): RemovedKind | undefined {
  return REMOVED_KINDS.find((removed) => removed.kind === kind && removed.apiVersion === apiVersion);
}

function rows(table: readonly Row[], namespaced: boolean): RemovedKind[] {
  return table.flatMap(([apiVersion, removedIn, replacement, kinds]) =>
    kinds.split(' ').map((kind) => ({
      apiVersion,
      kind,
      namespaced,
      removedIn,
      ...(replacement === undefined ? {} : { replacement: { apiVersion: replacement, kind } }),
    })),
  );
}
