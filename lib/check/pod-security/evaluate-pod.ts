import { type JsonObject } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type Control, type Refusal } from './control';
import { controlCheck } from './control-check';
import { CONTROLS } from './controls';
import { type PodSecurityLevel } from './level';

/** A control that refuses a pod, and what it says. */
export interface ControlRefusal extends Refusal {
  readonly control: Control;
}

/**
 * What a level of a version of the policy refuses in a pod, in the server's order. Upstream: `EvaluatePod`,
 * k8s.io/pod-security-admission/policy/registry.go.
 */
export function evaluatePod(
  level: PodSecurityLevel,
  minor: number,
  target: KubernetesVersion,
  { metadata, spec }: { readonly metadata?: JsonObject; readonly spec: JsonObject },
): readonly ControlRefusal[] {
  return CONTROLS.flatMap((control) => {
    const refusal = controlCheck(control, level, minor)?.(metadata, spec, target);
    return refusal === undefined ? [] : { control, ...refusal };
  });
}
