// Patterns
export { AppConfig, type AppConfigProps } from './patterns/app-config';
export { AppSecret, type AppSecretProps } from './patterns/app-secret';
export { BatchJob, type BatchJobProps } from './patterns/batch-job';
export {
  BlueGreen,
  type BlueGreenPatch,
  type BlueGreenProps,
  type BlueGreenTrack,
} from './patterns/blue-green';
export { Canary, type CanaryPatch, type CanaryProps, type CanaryTrack } from './patterns/canary';
export { ClusterRoleGrant, type ClusterRoleGrantProps } from './patterns/cluster-role-grant';
export {
  type ExternalAddressesProps,
  type ExternalNameProps,
  type ExternalPort,
  ExternalService,
  type ExternalServiceProps,
} from './patterns/external-service';
export { NodeAgent, type NodeAgentProps, type NodeAgentUpdate } from './patterns/node-agent';
export {
  type RegistryAccount,
  RegistryCredentials,
  type RegistryCredentialsProps,
} from './patterns/registry-credentials';
export { ReplicaGroup, type ReplicaGroupProps } from './patterns/replica-group';
export { RoleGrant, type RoleGrantProps, type RoleGrantSource } from './patterns/role-grant';
export { ScheduledJob, type ScheduledJobProps } from './patterns/scheduled-job';
export { SharedIngress, type SharedIngressProps } from './patterns/shared-ingress';
export { SharedService, type SharedServiceProps } from './patterns/shared-service';
export { SinglePod, type SinglePodProps } from './patterns/single-pod';
export {
  StatefulService,
  type StatefulServicePatch,
  type StatefulServiceProps,
} from './patterns/stateful-service';
export {
  StaticVolume,
  type StaticVolumeClaimProps,
  type StaticVolumeProps,
  type VolumeSource,
} from './patterns/static-volume';
export { StorageClass, type StorageClassProps } from './patterns/storage-class';
export {
  type IsolationOptions,
  type PodSecurityLevel,
  type PodSecurityOptions,
  Tenant,
  type TenantProps,
} from './patterns/tenant';
export { VolumeClaim, type VolumeClaimProps } from './patterns/volume-claim';
export { WebService, type WebServicePatch, type WebServiceProps } from './patterns/web-service';
export { Worker, type WorkerPatch, type WorkerProps } from './patterns/worker';

// What their options are made of
export { type KeyedSource, type KeyFile, type KeyVolumeOptions } from './patterns/config/keyed-source';
export { type PatternOptions } from './patterns/identity';
export { type JobOptions } from './patterns/job/job-options';
export { type Patch } from './patterns/manifest/patch';
export { type Wire } from './patterns/manifest/wire';
export {
  type IngressOptions,
  type IngressPath,
  type IngressPaths,
  type IngressTarget,
  type IngressTls,
} from './patterns/network/create-ingress';
export {
  type AllowFrom,
  type AllowTo,
  type NetworkPolicyOptions,
  type NetworkPort,
} from './patterns/network/create-network-policy';
export { type NetworkPeer } from './patterns/network/peer';
export { type AccessMode } from './patterns/pod/access-mode';
export {
  type BaseContainerOptions,
  type ContainerOptions,
  type InitContainerOptions,
  type Mount,
  type MountOptions,
} from './patterns/pod/container-options';
export {
  EnvFromSource,
  EnvSource,
  type EnvValue,
  type PodField,
  podField,
  type ResourceDivisor,
  type ResourceField,
  resourceField,
  type ResourceFieldOptions,
} from './patterns/pod/env';
export { type Lifecycle, type LifecycleHandler } from './patterns/pod/lifecycle';
export { type PodOptions } from './patterns/pod/pod-options';
export { type PullSecret } from './patterns/pod/pull-secrets';
export { type Port, type PortOptions, type Ports } from './patterns/pod/ports';
export {
  type Grpc,
  type HttpGet,
  type Probe,
  type ProbeHandler,
  type ProbeTiming,
  type ReadinessProbe,
  type RestartProbe,
} from './patterns/pod/probe';
export { type ResourceList, type Resources } from './patterns/pod/resources';
export { type AntiAffinityOptions, type Toleration, type TopologySpread } from './patterns/pod/scheduling';
export { type Defaults, type PodOs } from './patterns/pod/security';
export {
  type ClaimTemplateOptions,
  type DownwardFile,
  type HostPathType,
  type Mountable,
  Volume,
} from './patterns/pod/volume';
export { PropertyError } from './patterns/property-error';
export { type RolePatch } from './patterns/rbac/create-role';
export {
  type ClusterRoleRules,
  type Grant,
  type PolicyRule,
  type RoleRules,
} from './patterns/rbac/role-rules';
export { type ServiceAccountOptions } from './patterns/rbac/service-account';
export { type Subject } from './patterns/rbac/subject';
export {
  type AutoscaleOptions,
  type ReplicaOptions,
  type ResourceTarget,
} from './patterns/scaling/create-autoscaler';
export { type DisruptionBudgetOptions } from './patterns/scaling/create-disruption-budget';
export { type ServiceOptions } from './patterns/service/service-options';
export { ServicePort } from './patterns/service/service-port';
export {
  type ClaimLimits,
  type ContainerLimits,
  type LimitOptions,
  type LimitRatio,
  type PodLimits,
} from './patterns/tenant/limit-options';
export {
  type QuotaLimits,
  type QuotaName,
  type QuotaOptions,
  type QuotaScope,
} from './patterns/tenant/quota-options';
export { type SharedTrackOptions, type TrackOptions } from './patterns/track/track-options';
export {
  type GatewaySplit,
  type NginxSplit,
  type ReplicaSplit,
  type StickyCookie,
  type TrafficSplit,
} from './patterns/track/traffic-split';
export { type DeploymentOptions } from './patterns/workload/create-deployment';
export { type PodGroup } from './patterns/workload/pod-group';
export { type PodTemplateOptions } from './patterns/workload/pod-template';
export { type RollingUpdateOptions, type RolloutOptions } from './patterns/workload/rollout-options';
export { setWorkloadDefaults, type WorkloadDefaults } from './patterns/workload-defaults';

// What the check is told
export { allow } from './source/allow';

// The checks in the stock `cdk8s synth`
export { KubewrightValidation, type ValidationContext } from './plugin/kubewright-validation';

// What Kubernetes is
export { type IntOrPercent, type Percent } from './model/int-or-string';
export { type JsonObject, type JsonValue } from './model/json-value';
export { type LabelRequirement } from './model/label-index';
export { type Manifest, type ManifestMetadata } from './model/manifest';
export { Quantity } from './model/quantity';
export { type CpuQuantity, type MemoryQuantity, type QuantityLiteral } from './model/quantity-literal';
