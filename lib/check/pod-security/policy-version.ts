import { type KubernetesVersion } from '../../model/kubernetes-version';

/** A version of the policy as labels and configuration write it. */
export type PodSecurityVersion = 'latest' | `v1.${number}`;

const VERSION = /^v1\.(0|[1-9][0-9]*)$/;

/**
 * Whether the server takes the text as a version. Upstream: `ParseVersion`,
 * k8s.io/pod-security-admission/api/helpers.go, which refuses numbers that an int does not hold.
 */
export function isPodSecurityVersion(text: string): text is PodSecurityVersion {
  const minor = VERSION.exec(text)?.[1];
  return text === 'latest' || (minor !== undefined && BigInt(minor) < 2n ** 63n);
}

/**
 * The minor version of the policy that a server evaluates: the one that is asked for, or its own where that is
 * newer than it knows. Upstream: `EvaluatePod`, k8s.io/pod-security-admission/policy/registry.go.
 */
export function evaluatedMinor(version: PodSecurityVersion, target: KubernetesVersion): number {
  const own = Number(target.slice(target.indexOf('.') + 1));
  return version === 'latest' ? own : Math.min(Number(VERSION.exec(version)?.[1] ?? own), own);
}
