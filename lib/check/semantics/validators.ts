import { type Area } from './area';
import { validatePod } from './pod/validate-pod';
import { validatePodTemplateObject } from './pod/validate-pod-template-object';
import { validateAutoscaler, validateAutoscalerV1 } from './autoscaler/validate-autoscaler';
import { validateEndpointSlice } from './endpoints/validate-endpoint-slice';
import { validateEndpoints } from './endpoints/validate-endpoints';
import { validateIngress } from './ingress/validate-ingress';
import { validateIngressClass } from './ingress/validate-ingress-class';
import { validateNetworkPolicy } from './network-policy/validate-network-policy';
import { validateDisruptionBudget } from './policy/validate-disruption-budget';
import { validateCronJob } from './job/validate-cron-job';
import { validateJob } from './job/validate-job';
import { validateLease } from './policy/validate-lease';
import { validateRuntimeClass } from './policy/validate-runtime-class';
import { validatePriorityClass } from './policy/validate-priority-class';
import { validateConfigMap } from './config/validate-config-map';
import { validateSecret } from './config/validate-secret';
import { validateNamespace } from './namespace/validate-namespace';
import { validateAdmissionPolicy } from './policy/validate-admission-policy';
import { validateAdmissionPolicyBinding } from './policy/validate-admission-policy-binding';
import { validateWebhookConfiguration } from './policy/validate-webhook-configuration';
import { validateLimitRange } from './quota/validate-limit-range';
import { validateResourceQuota } from './quota/validate-resource-quota';
import { validateClusterRole } from './rbac/validate-cluster-role';
import { validateRole } from './rbac/validate-role';
import { validateClusterRoleBinding, validateRoleBinding } from './rbac/validate-role-binding';
import { validateClaim } from './storage/validate-claim';
import { validateVolume } from './storage/validate-volume';
import { validateStorageClass } from './storage/validate-storage-class';
import { validateService } from './service/validate-service';
import { validateControllerRevision } from './workload/validate-controller-revision';
import { validateDaemonSet } from './workload/validate-daemon-set';
import { validateDeployment } from './workload/validate-deployment';
import { validateReplicaSet } from './workload/validate-replica-set';
import { validateReplicationController } from './workload/validate-replication-controller';
import { validateStatefulSet } from './workload/validate-stateful-set';
import { validateDefinition } from './definition/validate-definition';
import { type Validator } from './validator';

/** What is known of a kind: what its own errors are about, and who finds them. */
export interface KindValidator {
  readonly area: Area;
  readonly validate: Validator;
}

const kind = (area: Area, validate: Validator): KindValidator => ({ area, validate });

/** The validators by `apiVersion Kind`. Of a kind that is not here, all that is validated is its metadata. */
export const VALIDATORS: ReadonlyMap<string, KindValidator> = new Map([
  ['v1 ReplicationController', kind('workload', validateReplicationController)],
  ['apps/v1 ControllerRevision', kind('workload', validateControllerRevision)],
  ['apps/v1 DaemonSet', kind('workload', validateDaemonSet)],
  ['apps/v1 Deployment', kind('workload', validateDeployment)],
  ['apps/v1 ReplicaSet', kind('workload', validateReplicaSet)],
  ['apps/v1 StatefulSet', kind('stateful-set', validateStatefulSet)],
  ['batch/v1 CronJob', kind('cron-job', validateCronJob)],
  ['batch/v1 Job', kind('job', validateJob)],
  ['node.k8s.io/v1 RuntimeClass', kind('runtime-class', validateRuntimeClass)],
  ['v1 Service', kind('service', validateService)],
  ['v1 Endpoints', kind('endpoints', validateEndpoints)],
  ['discovery.k8s.io/v1 EndpointSlice', kind('endpoints', validateEndpointSlice)],
  ['networking.k8s.io/v1 Ingress', kind('ingress', validateIngress)],
  ['networking.k8s.io/v1 IngressClass', kind('ingress', validateIngressClass)],
  ['networking.k8s.io/v1 NetworkPolicy', kind('network-policy', validateNetworkPolicy)],
  ['autoscaling/v1 HorizontalPodAutoscaler', kind('autoscaler', validateAutoscalerV1)],
  ['autoscaling/v2 HorizontalPodAutoscaler', kind('autoscaler', validateAutoscaler)],
  ['policy/v1 PodDisruptionBudget', kind('disruption-budget', validateDisruptionBudget)],
  ['scheduling.k8s.io/v1 PriorityClass', kind('priority-class', validatePriorityClass)],
  ['coordination.k8s.io/v1 Lease', kind('lease', validateLease)],
  ['v1 ConfigMap', kind('config', validateConfigMap)],
  ['v1 Pod', kind('pod', validatePod)],
  ['v1 PodTemplate', kind('pod', validatePodTemplateObject)],
  ['v1 LimitRange', kind('limit-range', validateLimitRange)],
  ['v1 Namespace', kind('namespace', validateNamespace)],
  ['v1 PersistentVolume', kind('persistent-volume', validateVolume)],
  ['v1 PersistentVolumeClaim', kind('claim', validateClaim)],
  ['v1 ResourceQuota', kind('quota', validateResourceQuota)],
  ['v1 Secret', kind('config', validateSecret)],
  [
    'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration',
    kind('webhook', validateWebhookConfiguration),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy',
    kind('admission-policy', validateAdmissionPolicy),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding',
    kind('admission-policy', validateAdmissionPolicyBinding),
  ],
  [
    'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
    kind('webhook', validateWebhookConfiguration),
  ],
  [
    'apiextensions.k8s.io/v1 CustomResourceDefinition',
    kind('custom-resource-definition', validateDefinition),
  ],
  ['rbac.authorization.k8s.io/v1 ClusterRole', kind('role', validateClusterRole)],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', kind('binding', validateClusterRoleBinding)],
  ['rbac.authorization.k8s.io/v1 Role', kind('role', validateRole)],
  ['rbac.authorization.k8s.io/v1 RoleBinding', kind('binding', validateRoleBinding)],
  ['storage.k8s.io/v1 StorageClass', kind('storage-class', validateStorageClass)],
]);
