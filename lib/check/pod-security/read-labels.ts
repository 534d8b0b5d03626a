import { goQuote } from '../../model/go/strings';
import { isPodSecurityLevel, POD_SECURITY_LEVELS, type PodSecurityLevel } from './level';
import { levelLabel, type PodSecurityMode, versionLabel } from './namespace-labels';
import { isPodSecurityVersion, type PodSecurityVersion } from './policy-version';

/** What a mode holds pods against. */
export interface ModePolicy {
  /** Undefined where a label names none that there is. */
  readonly level: PodSecurityLevel | undefined;
  readonly version: PodSecurityVersion;
  /** The label that says so; undefined where it is the cluster's default. */
  readonly label?: string;
}

export type PodSecurityPolicy = Readonly<Record<PodSecurityMode, ModePolicy>>;

/** A label that the server refuses, and why in its words. */
export interface LabelError {
  readonly label: string;
  readonly value: string;
  readonly message: string;
}

/**
 * What the labels of a namespace ask for; what they leave out is as in `defaults`. Where `warn` is left out it is as
 * strict as `enforce`.
 *
 * Upstream: `PolicyToEvaluate`, k8s.io/pod-security-admission/api/helpers.go. Of a namespace that has a wrong level in
 * spite of the server it enforces `restricted`; here no level is known.
 */
export function readLabels(
  labels: Readonly<Record<string, string>>,
  defaults: PodSecurityPolicy,
): { readonly policy: PodSecurityPolicy; readonly errors: readonly LabelError[] } {
  const errors: LabelError[] = [];
  const read = (mode: PodSecurityMode): ModePolicy => {
    const level = own(labels, levelLabel(mode));
    const version = own(labels, versionLabel(mode));
    const isLevel = level === undefined || isPodSecurityLevel(level);
    const isVersion = version === undefined || isPodSecurityVersion(version);
    if (!isLevel) errors.push(labelError(levelLabel(mode), level, LEVEL_MESSAGE));
    if (!isVersion) errors.push(labelError(versionLabel(mode), version, VERSION_MESSAGE));
    const policy = {
      level: level === undefined ? defaults[mode].level : isLevel ? level : undefined,
      version: version === undefined ? defaults[mode].version : isVersion ? version : ('latest' as const),
    };
    return level === undefined ? policy : { ...policy, label: levelLabel(mode) };
  };
  const [enforce, audit, warn] = [read('enforce'), read('audit'), read('warn')];
  return { policy: { enforce, audit, warn: warnOf(labels, enforce, warn) }, errors };
}

const LEVEL_MESSAGE = 'must be one of privileged, baseline, restricted';
const VERSION_MESSAGE = 'must be "latest" or "v1.x"';

function warnOf(labels: Readonly<Record<string, string>>, enforce: ModePolicy, warn: ModePolicy): ModePolicy {
  if (own(labels, levelLabel('warn')) !== undefined || enforce.label === undefined) return warn;
  if (strictness(enforce.level) <= strictness(warn.level)) return warn;
  return own(labels, versionLabel('warn')) === undefined ? enforce : { ...enforce, version: warn.version };
}

function strictness(level: PodSecurityLevel | undefined): number {
  return level === undefined ? -1 : POD_SECURITY_LEVELS.indexOf(level);
}

function labelError(label: string, value: string, message: string): LabelError {
  return {
    label,
    value,
    message: `metadata.labels[${label}]: Invalid value: ${goQuote(value)}: ${message}`,
  };
}

function own(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
