import { WORKLOAD_KINDS } from '../../workload-kinds';

/** The kinds that Pod Security looks at. Upstream: `defaultPodSpecResources`, k8s.io/pod-security-admission/admission. */
export const POD_KINDS: readonly string[] = [...WORKLOAD_KINDS, 'PodTemplate'];
