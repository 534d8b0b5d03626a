import { WORKLOAD_KINDS } from './workload-kinds';

/** The kinds that hold a pod's spec, as rules name kinds: those of workloads, and PodTemplate. */
export const POD_HOLDER_KINDS: readonly string[] = [...WORKLOAD_KINDS, 'PodTemplate'];
