import { type Dice, type JsonMap } from './dice';
import { clusterRole, clusterRoleBinding, role, roleBinding } from './make/access';
import {
  mutatingWebhookConfiguration,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  validatingWebhookConfiguration,
} from './make/admission';
import { configMap, limitRange, namespace, resourceQuota, secret, serviceAccount } from './make/config';
import { customResourceDefinition } from './make/definition';
import { endpoints, endpointSlice, ingress, ingressClass, networkPolicy, service } from './make/networking';
import { pod } from './make/pods';
import {
  controllerRevision,
  horizontalPodAutoscaler,
  horizontalPodAutoscalerV1,
  lease,
  podDisruptionBudget,
  priorityClass,
  runtimeClass,
} from './make/policy';
import { persistentVolume, persistentVolumeClaim, storageClass } from './make/storage';
import {
  cronJob,
  daemonSet,
  deployment,
  job,
  podTemplateObject,
  replicaSet,
  replicationController,
  statefulSet,
} from './make/workloads';

/** A kind that cases are made of. */
export interface GeneratedKind {
  /** As it stands in tables and ids: the kind, with its version where another is generated too. */
  readonly title: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Its share of the cases. */
  readonly weight: number;
  /** Everything but `apiVersion` and `kind`. */
  readonly make: (d: Dice) => JsonMap;
}

type Row = readonly [
  apiVersion: string,
  kind: string,
  weight: number,
  make: (d: Dice) => JsonMap,
  title?: string,
];

const ROWS: readonly Row[] = [
  ['v1', 'Pod', 30, pod],
  ['v1', 'PodTemplate', 4, podTemplateObject],
  ['v1', 'ReplicationController', 6, replicationController],
  ['apps/v1', 'Deployment', 12, deployment],
  ['apps/v1', 'ReplicaSet', 6, replicaSet],
  ['apps/v1', 'StatefulSet', 10, statefulSet],
  ['apps/v1', 'DaemonSet', 8, daemonSet],
  ['apps/v1', 'ControllerRevision', 1, controllerRevision],
  ['batch/v1', 'Job', 12, job],
  ['batch/v1', 'CronJob', 10, cronJob],
  ['v1', 'Service', 14, service],
  ['v1', 'Endpoints', 5, endpoints],
  ['discovery.k8s.io/v1', 'EndpointSlice', 6, endpointSlice],
  ['networking.k8s.io/v1', 'Ingress', 8, ingress],
  ['networking.k8s.io/v1', 'IngressClass', 3, ingressClass],
  ['networking.k8s.io/v1', 'NetworkPolicy', 8, networkPolicy],
  ['v1', 'ConfigMap', 4, configMap],
  ['v1', 'Secret', 5, secret],
  ['v1', 'PersistentVolume', 10, persistentVolume],
  ['v1', 'PersistentVolumeClaim', 6, persistentVolumeClaim],
  ['storage.k8s.io/v1', 'StorageClass', 4, storageClass],
  ['v1', 'Namespace', 3, namespace],
  ['v1', 'ResourceQuota', 5, resourceQuota],
  ['v1', 'LimitRange', 5, limitRange],
  ['v1', 'ServiceAccount', 3, serviceAccount],
  ['rbac.authorization.k8s.io/v1', 'Role', 4, role],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 4, clusterRole],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', 4, roleBinding],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 4, clusterRoleBinding],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 8, horizontalPodAutoscaler],
  ['autoscaling/v1', 'HorizontalPodAutoscaler', 2, horizontalPodAutoscalerV1, 'HorizontalPodAutoscaler.v1'],
  ['policy/v1', 'PodDisruptionBudget', 4, podDisruptionBudget],
  ['scheduling.k8s.io/v1', 'PriorityClass', 3, priorityClass],
  ['node.k8s.io/v1', 'RuntimeClass', 3, runtimeClass],
  ['coordination.k8s.io/v1', 'Lease', 3, lease],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 6, validatingAdmissionPolicy],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicyBinding',
    4,
    validatingAdmissionPolicyBinding,
  ],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 5, validatingWebhookConfiguration],
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 5, mutatingWebhookConfiguration],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 8, customResourceDefinition],
];

/** Every kind that cases are made of, in the order of tables. */
export const KINDS: readonly GeneratedKind[] = ROWS.map(([apiVersion, kind, weight, make, title = kind]) => ({
  title,
  apiVersion,
  kind,
  weight,
  make,
}));
