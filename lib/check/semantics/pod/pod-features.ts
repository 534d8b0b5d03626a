import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { type Validation } from '../validation';

/**
 * Since when a feature of pods is on by default (pkg/features/kube_features.go, versions 1.28 to 1.36). Before, the server
 * drops its fields before it validates (dropDisabledFields in pkg/api/pod/util.go). `off` is off in all of them.
 */
const SINCE = {
  SidecarContainers: '1.29',
  PodHostIPs: '1.29',
  PodLifecycleSleepAction: '1.30',
  RecursiveReadOnlyMounts: '1.31',
  MatchLabelKeysInPodAffinity: '1.31',
  InPlacePodVerticalScaling: '1.33',
  PodLifecycleSleepActionAllowZero: '1.33',
  ProcMountType: '1.33',
  RelaxedDNSSearchValidation: '1.33',
  SELinuxChangePolicy: '1.33',
  SupplementalGroupsPolicy: '1.33',
  UserNamespacesSupport: '1.33',
  DynamicResourceAllocation: '1.34',
  MatchLabelKeysInPodTopologySpreadSelectorMerge: '1.34',
  PodLevelResources: '1.34',
  ContainerRestartRules: '1.35',
  EnvFiles: '1.35',
  HostnameOverride: '1.35',
  ImageVolume: '1.35',
  RestartAllContainersOnContainerExits: '1.36',
  StrictIPCIDRValidation: '1.36',
  ClusterTrustBundleProjection: 'off',
  ContainerStopSignals: 'off',
  PodCertificateRequest: 'off',
} as const satisfies Readonly<Record<string, KubernetesVersion | 'off'>>;

/** A feature of pods that is not on in every version, by the name of its gate. */
export type PodFeature = keyof typeof SINCE;

/** Whether the target version has the feature on by default. */
export function hasPodFeature(validation: Validation, feature: PodFeature): boolean {
  const since = SINCE[feature];
  return since !== 'off' && validation.since(since);
}
