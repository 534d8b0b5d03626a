import { type Control, type ControlCheck } from './control';
import { CONTROLS } from './controls';
import { type PodSecurityLevel } from './level';

/**
 * What a control does at a level and minor version of the policy; undefined where it does not apply: too new, of a
 * stricter level, or overridden by one of `restricted`. Upstream: `populate`,
 * k8s.io/pod-security-admission/policy/registry.go.
 */
export function controlCheck(
  control: Control,
  level: PodSecurityLevel,
  minor: number,
): ControlCheck | undefined {
  if (level === 'privileged' || (level === 'baseline' && control.level === 'restricted')) return undefined;
  const overrider = OVERRIDERS.get(control.id);
  if (level === 'restricted' && overrider && revisionAt(overrider, minor)) return undefined;
  return revisionAt(control, minor);
}

function revisionAt({ revisions }: Control, minor: number): ControlCheck | undefined {
  return revisions.findLast(({ since }) => since <= minor)?.check;
}

const OVERRIDERS: ReadonlyMap<string, Control> = new Map(
  CONTROLS.flatMap((control) => (control.overrides === undefined ? [] : [[control.overrides, control]])),
);
