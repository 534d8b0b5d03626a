import { type KubernetesVersion } from '../../../../model/kubernetes-version';
import { type CheckedPods } from '../../../pod-security/checked-pods';
import { type Control, type Violation } from '../../../pod-security/control';
import { controlCheck } from '../../../pod-security/control-check';
import { type PodSecurityLevel } from '../../../pod-security/level';
import { type PodSecurityMode } from '../../../pod-security/namespace-labels';
import { evaluatedMinor } from '../../../pod-security/policy-version';
import { type ModePolicy } from '../../../pod-security/read-labels';
import { refusalsInWords } from '../../../pod-security/refusal-in-words';

/** A control that a mode of a namespace holds against a pod. */
export interface ModeRefusal {
  readonly mode: PodSecurityMode;
  readonly level: PodSecurityLevel;
  /** `baseline:latest`, as the server names it. */
  readonly policy: string;
  /** `host namespaces (hostNetwork=true)` */
  readonly text: string;
  /** In what is written. */
  readonly violations: readonly Violation[];
}

/**
 * What a mode says of a pod by one control; undefined where it is fine. What is refused only for what the server
 * itself puts in (a port of the node for each port, with `hostNetwork`) is not told of: its cause is.
 */
export function refusalIn(
  control: Control,
  mode: PodSecurityMode,
  { level, version }: ModePolicy,
  { written, pod, applied }: CheckedPods,
  target: KubernetesVersion,
): ModeRefusal | undefined {
  if (level === undefined) return undefined;
  const check = controlCheck(control, level, evaluatedMinor(version, target));
  // Pods are refused, whoever makes them; warned of is what is applied.
  const stored = mode === 'enforce' ? pod : applied;
  const refusal = check?.(stored.metadata, stored.spec, target);
  const violations = refusal && check?.(written.metadata, written.spec, target)?.violations;
  if (refusal === undefined || violations === undefined) return undefined;
  return { mode, level, policy: `${level}:${version}`, text: refusalsInWords([refusal]), violations };
}
