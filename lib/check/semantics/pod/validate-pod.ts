import { type ObjectView } from '../object-view';
import { validatePodSpec } from './validate-pod-spec';

/** ValidatePodCreate in pkg/apis/core/validation/validation.go, without the metadata of every object. */
export function validatePod(pod: ObjectView): void {
  validatePodSpec(pod.struct('spec'), { pod: pod.struct('metadata') });
}
