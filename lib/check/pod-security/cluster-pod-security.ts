import { isPodSecurityLevel, POD_SECURITY_LEVELS, type PodSecurityLevel } from './level';
import { type PodSecurityMode } from './namespace-labels';
import { isPodSecurityVersion, type PodSecurityVersion } from './policy-version';
import { type PodSecurityPolicy } from './read-labels';

/**
 * How a cluster's Pod Security admission is configured, as its PodSecurityConfiguration has it: what counts where a
 * namespace has no label for it, and who is exempt. Without it a namespace without labels takes every pod.
 *
 * @example
 * ```ts
 * import { type ClusterPodSecurity } from 'kubewright/check';
 *
 * export const hardened: ClusterPodSecurity = {
 *   enforce: 'baseline',
 *   warn: 'restricted',
 *   exempt: { namespaces: ['kube-system'] },
 * };
 * ```
 */
export interface ClusterPodSecurity {
  /** The level that pods are refused by; `privileged`, which refuses none, when left out. */
  readonly enforce?: PodSecurityLevel;
  /** Its version; `latest` when left out. */
  readonly enforceVersion?: PodSecurityVersion;
  /** The level that the audit log tells of. */
  readonly audit?: PodSecurityLevel;
  readonly auditVersion?: PodSecurityVersion;
  /** The level that clients are warned by. */
  readonly warn?: PodSecurityLevel;
  readonly warnVersion?: PodSecurityVersion;
  /** Whose pods are not looked at, by exact names. */
  readonly exempt?: {
    readonly namespaces?: readonly string[];
    readonly runtimeClasses?: readonly string[];
  };
}

/** The same, with nothing left out. */
export interface ClusterPolicy {
  readonly defaults: PodSecurityPolicy;
  readonly exemptNamespaces: ReadonlySet<string>;
  readonly exemptRuntimeClasses: ReadonlySet<string>;
}

/**
 * Upstream: `SetDefaults_PodSecurityDefaults`, k8s.io/pod-security-admission/admission/api/v1/defaults.go.
 *
 * @throws RangeError when a level or version is none
 */
export function clusterPolicy(config: ClusterPodSecurity = {}): ClusterPolicy {
  const of = (mode: PodSecurityMode): PodSecurityPolicy[PodSecurityMode] => ({
    level: levelOf(mode, config[mode] ?? 'privileged'),
    version: versionOf(mode, config[`${mode}Version`] ?? 'latest'),
  });
  return {
    defaults: { enforce: of('enforce'), audit: of('audit'), warn: of('warn') },
    exemptNamespaces: new Set(config.exempt?.namespaces),
    exemptRuntimeClasses: new Set(config.exempt?.runtimeClasses),
  };
}

function levelOf(mode: PodSecurityMode, level: string): PodSecurityLevel {
  if (isPodSecurityLevel(level)) return level;
  throw new RangeError(
    `external.podSecurity.${mode} is ${JSON.stringify(level)}; write one of ${POD_SECURITY_LEVELS.join(', ')}`,
  );
}

function versionOf(mode: PodSecurityMode, version: string): PodSecurityVersion {
  if (isPodSecurityVersion(version)) return version;
  throw new RangeError(
    `external.podSecurity.${mode}Version is ${JSON.stringify(version)}; write latest, or a version such as v1.34`,
  );
}
