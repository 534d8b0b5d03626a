import { validateConfigMap } from './config/validate-config-map';
import { type Area } from './area';
import { validatePod } from './pod/validate-pod';
import { validatePodTemplateObject } from './pod/validate-pod-template-object';
import { type Validator } from './validator';

/** What is known of a kind: what its own errors are about, and who finds them. */
export interface KindValidator {
  readonly area: Area;
  readonly validate: Validator;
}

const kind = (area: Area, validate: Validator): KindValidator => ({ area, validate });

/** The validators by `apiVersion Kind`. */
export const VALIDATORS: ReadonlyMap<string, KindValidator> = new Map([
  ['v1 ConfigMap', kind('config', validateConfigMap)],
  ['v1 Pod', kind('pod', validatePod)],
  ['v1 PodTemplate', kind('pod', validatePodTemplateObject)],
]);
