/** The minor versions of Kubernetes that the tables cover, oldest first. */
export const KUBERNETES_VERSIONS = [
  '1.28',
  '1.29',
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
] as const;

/** A minor version of Kubernetes that the tables cover, such as `'1.34'`. */
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];

/**
 * The version that objects are made for and checked against when nobody says otherwise: the oldest
 * that upstream still supports, so that what passes works on every supported cluster.
 *
 * Upstream supports a minor for fourteen months (kubernetes.io/releases/patch-releases). As of
 * November 2026, 1.34 has ended (27 October 2026) and 1.35 lasts until the end of February 2027.
 */
export const DEFAULT_KUBERNETES_VERSION: KubernetesVersion = '1.35';

const INDEX: ReadonlyMap<string, number> = new Map(
  KUBERNETES_VERSIONS.map((version, index) => [version, index]),
);

/** Whether `text` is exactly one of the covered minors (`'1.34'`, not `'v1.34'` nor `'1.34.2'`). */
export function isKubernetesVersion(text: string): text is KubernetesVersion {
  return INDEX.has(text);
}

/**
 * Reads a version as people and `kubectl version` write it: `1.34`, `v1.34`, `1.34.2`,
 * `v1.34.2-eks-1234` or `1.34+`.
 *
 * @throws RangeError when it is no version, or a minor that the tables do not cover
 */
export function parseKubernetesVersion(text: string): KubernetesVersion {
  const minor = /^v?(\d+\.\d+)(?:\+|(?:\.\d+(?:[-+].*)?))?$/.exec(text.trim())?.[1];
  if (minor !== undefined && isKubernetesVersion(minor)) return minor;
  throw new RangeError(
    `"${text}" is not a Kubernetes version known here: write one of ${KUBERNETES_VERSIONS.join(', ')}`,
  );
}

/** Negative when `a` is older than `b`, positive when it is newer, 0 when they are the same. */
export function compareKubernetesVersions(a: KubernetesVersion, b: KubernetesVersion): number {
  return (INDEX.get(a) ?? 0) - (INDEX.get(b) ?? 0);
}
