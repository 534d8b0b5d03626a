import { type Area } from './area';
import type * as ofPod from './pod/validate-pod';
import type * as ofPodTemplateObject from './pod/validate-pod-template-object';
import type * as ofAutoscaler from './autoscaler/validate-autoscaler';
import type * as ofEndpointSlice from './endpoints/validate-endpoint-slice';
import type * as ofEndpoints from './endpoints/validate-endpoints';
import type * as ofIngress from './ingress/validate-ingress';
import type * as ofIngressClass from './ingress/validate-ingress-class';
import type * as ofNetworkPolicy from './network-policy/validate-network-policy';
import type * as ofDisruptionBudget from './policy/validate-disruption-budget';
import type * as ofCronJob from './job/validate-cron-job';
import type * as ofJob from './job/validate-job';
import type * as ofLease from './policy/validate-lease';
import type * as ofRuntimeClass from './policy/validate-runtime-class';
import type * as ofPriorityClass from './policy/validate-priority-class';
import type * as ofConfigMap from './config/validate-config-map';
import type * as ofSecret from './config/validate-secret';
import type * as ofNamespace from './namespace/validate-namespace';
import type * as ofAdmissionPolicy from './policy/validate-admission-policy';
import type * as ofAdmissionPolicyBinding from './policy/validate-admission-policy-binding';
import type * as ofWebhookConfiguration from './policy/validate-webhook-configuration';
import type * as ofLimitRange from './quota/validate-limit-range';
import type * as ofResourceQuota from './quota/validate-resource-quota';
import type * as ofClusterRole from './rbac/validate-cluster-role';
import type * as ofRole from './rbac/validate-role';
import type * as ofRoleBinding from './rbac/validate-role-binding';
import type * as ofClaim from './storage/validate-claim';
import type * as ofVolume from './storage/validate-volume';
import type * as ofStorageClass from './storage/validate-storage-class';
import type * as ofService from './service/validate-service';
import type * as ofControllerRevision from './workload/validate-controller-revision';
import type * as ofDaemonSet from './workload/validate-daemon-set';
import type * as ofDeployment from './workload/validate-deployment';
import type * as ofReplicaSet from './workload/validate-replica-set';
import type * as ofReplicationController from './workload/validate-replication-controller';
import type * as ofStatefulSet from './workload/validate-stateful-set';
import type * as ofDefinition from './definition/validate-definition';
import { type Validator } from './validator';

/** What is known of a kind: what its own errors are about, and who finds them. */
export interface KindValidator {
  readonly area: Area;
  readonly validate: Validator;
}

/** Validators are loaded with the first object of their kind. */
function kind(area: Area, load: () => Validator): KindValidator {
  let loaded: Validator | undefined;
  return { area, validate: (object) => (loaded ??= load())(object) };
}

/** The validators by `apiVersion Kind`. Of a kind that is not here, all that is validated is its metadata. */
export const VALIDATORS: ReadonlyMap<string, KindValidator> = new Map([
  [
    'v1 ReplicationController',
    kind(
      'workload',
      () =>
        (module.require('./workload/validate-replication-controller') as typeof ofReplicationController)
          .validateReplicationController,
    ),
  ],
  [
    'apps/v1 ControllerRevision',
    kind(
      'workload',
      () =>
        (module.require('./workload/validate-controller-revision') as typeof ofControllerRevision)
          .validateControllerRevision,
    ),
  ],
  [
    'apps/v1 DaemonSet',
    kind(
      'workload',
      () => (module.require('./workload/validate-daemon-set') as typeof ofDaemonSet).validateDaemonSet,
    ),
  ],
  [
    'apps/v1 Deployment',
    kind(
      'workload',
      () => (module.require('./workload/validate-deployment') as typeof ofDeployment).validateDeployment,
    ),
  ],
  [
    'apps/v1 ReplicaSet',
    kind(
      'workload',
      () => (module.require('./workload/validate-replica-set') as typeof ofReplicaSet).validateReplicaSet,
    ),
  ],
  [
    'apps/v1 StatefulSet',
    kind(
      'stateful-set',
      () => (module.require('./workload/validate-stateful-set') as typeof ofStatefulSet).validateStatefulSet,
    ),
  ],
  [
    'batch/v1 CronJob',
    kind('cron-job', () => (module.require('./job/validate-cron-job') as typeof ofCronJob).validateCronJob),
  ],
  ['batch/v1 Job', kind('job', () => (module.require('./job/validate-job') as typeof ofJob).validateJob)],
  [
    'node.k8s.io/v1 RuntimeClass',
    kind(
      'runtime-class',
      () => (module.require('./policy/validate-runtime-class') as typeof ofRuntimeClass).validateRuntimeClass,
    ),
  ],
  [
    'v1 Service',
    kind('service', () => (module.require('./service/validate-service') as typeof ofService).validateService),
  ],
  [
    'v1 Endpoints',
    kind(
      'endpoints',
      () => (module.require('./endpoints/validate-endpoints') as typeof ofEndpoints).validateEndpoints,
    ),
  ],
  [
    'discovery.k8s.io/v1 EndpointSlice',
    kind(
      'endpoints',
      () =>
        (module.require('./endpoints/validate-endpoint-slice') as typeof ofEndpointSlice)
          .validateEndpointSlice,
    ),
  ],
  [
    'networking.k8s.io/v1 Ingress',
    kind('ingress', () => (module.require('./ingress/validate-ingress') as typeof ofIngress).validateIngress),
  ],
  [
    'networking.k8s.io/v1 IngressClass',
    kind(
      'ingress',
      () =>
        (module.require('./ingress/validate-ingress-class') as typeof ofIngressClass).validateIngressClass,
    ),
  ],
  [
    'networking.k8s.io/v1 NetworkPolicy',
    kind(
      'network-policy',
      () =>
        (module.require('./network-policy/validate-network-policy') as typeof ofNetworkPolicy)
          .validateNetworkPolicy,
    ),
  ],
  [
    'autoscaling/v1 HorizontalPodAutoscaler',
    kind(
      'autoscaler',
      () => (module.require('./autoscaler/validate-autoscaler') as typeof ofAutoscaler).validateAutoscalerV1,
    ),
  ],
  [
    'autoscaling/v2 HorizontalPodAutoscaler',
    kind(
      'autoscaler',
      () => (module.require('./autoscaler/validate-autoscaler') as typeof ofAutoscaler).validateAutoscaler,
    ),
  ],
  [
    'policy/v1 PodDisruptionBudget',
    kind(
      'disruption-budget',
      () =>
        (module.require('./policy/validate-disruption-budget') as typeof ofDisruptionBudget)
          .validateDisruptionBudget,
    ),
  ],
  [
    'scheduling.k8s.io/v1 PriorityClass',
    kind(
      'priority-class',
      () =>
        (module.require('./policy/validate-priority-class') as typeof ofPriorityClass).validatePriorityClass,
    ),
  ],
  [
    'coordination.k8s.io/v1 Lease',
    kind('lease', () => (module.require('./policy/validate-lease') as typeof ofLease).validateLease),
  ],
  [
    'v1 ConfigMap',
    kind(
      'config',
      () => (module.require('./config/validate-config-map') as typeof ofConfigMap).validateConfigMap,
    ),
  ],
  ['v1 Pod', kind('pod', () => (module.require('./pod/validate-pod') as typeof ofPod).validatePod)],
  [
    'v1 PodTemplate',
    kind(
      'pod',
      () =>
        (module.require('./pod/validate-pod-template-object') as typeof ofPodTemplateObject)
          .validatePodTemplateObject,
    ),
  ],
  [
    'v1 LimitRange',
    kind(
      'limit-range',
      () => (module.require('./quota/validate-limit-range') as typeof ofLimitRange).validateLimitRange,
    ),
  ],
  [
    'v1 Namespace',
    kind(
      'namespace',
      () => (module.require('./namespace/validate-namespace') as typeof ofNamespace).validateNamespace,
    ),
  ],
  [
    'v1 PersistentVolume',
    kind(
      'persistent-volume',
      () => (module.require('./storage/validate-volume') as typeof ofVolume).validateVolume,
    ),
  ],
  [
    'v1 PersistentVolumeClaim',
    kind('claim', () => (module.require('./storage/validate-claim') as typeof ofClaim).validateClaim),
  ],
  [
    'v1 ResourceQuota',
    kind(
      'quota',
      () =>
        (module.require('./quota/validate-resource-quota') as typeof ofResourceQuota).validateResourceQuota,
    ),
  ],
  [
    'v1 Secret',
    kind('config', () => (module.require('./config/validate-secret') as typeof ofSecret).validateSecret),
  ],
  [
    'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration',
    kind(
      'webhook',
      () =>
        (module.require('./policy/validate-webhook-configuration') as typeof ofWebhookConfiguration)
          .validateWebhookConfiguration,
    ),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy',
    kind(
      'admission-policy',
      () =>
        (module.require('./policy/validate-admission-policy') as typeof ofAdmissionPolicy)
          .validateAdmissionPolicy,
    ),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding',
    kind(
      'admission-policy',
      () =>
        (module.require('./policy/validate-admission-policy-binding') as typeof ofAdmissionPolicyBinding)
          .validateAdmissionPolicyBinding,
    ),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
    kind(
      'webhook',
      () =>
        (module.require('./policy/validate-webhook-configuration') as typeof ofWebhookConfiguration)
          .validateWebhookConfiguration,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 ClusterRole',
    kind(
      'role',
      () => (module.require('./rbac/validate-cluster-role') as typeof ofClusterRole).validateClusterRole,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
    kind(
      'binding',
      () =>
        (module.require('./rbac/validate-role-binding') as typeof ofRoleBinding).validateClusterRoleBinding,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 Role',
    kind('role', () => (module.require('./rbac/validate-role') as typeof ofRole).validateRole),
  ],
  [
    'rbac.authorization.k8s.io/v1 RoleBinding',
    kind(
      'binding',
      () => (module.require('./rbac/validate-role-binding') as typeof ofRoleBinding).validateRoleBinding,
    ),
  ],
  [
    'storage.k8s.io/v1 StorageClass',
    kind(
      'storage-class',
      () =>
        (module.require('./storage/validate-storage-class') as typeof ofStorageClass).validateStorageClass,
    ),
  ],
  [
    'apiextensions.k8s.io/v1 CustomResourceDefinition',
    kind(
      'custom-resource-definition',
      () => (module.require('./definition/validate-definition') as typeof ofDefinition).validateDefinition,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 ClusterRole',
    kind(
      'role',
      () => (module.require('./rbac/validate-cluster-role') as typeof ofClusterRole).validateClusterRole,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
    kind(
      'binding',
      () =>
        (module.require('./rbac/validate-role-binding') as typeof ofRoleBinding).validateClusterRoleBinding,
    ),
  ],
  [
    'rbac.authorization.k8s.io/v1 Role',
    kind('role', () => (module.require('./rbac/validate-role') as typeof ofRole).validateRole),
  ],
  [
    'rbac.authorization.k8s.io/v1 RoleBinding',
    kind(
      'binding',
      () => (module.require('./rbac/validate-role-binding') as typeof ofRoleBinding).validateRoleBinding,
    ),
  ],
  [
    'storage.k8s.io/v1 StorageClass',
    kind(
      'storage-class',
      () =>
        (module.require('./storage/validate-storage-class') as typeof ofStorageClass).validateStorageClass,
    ),
  ],
]);
