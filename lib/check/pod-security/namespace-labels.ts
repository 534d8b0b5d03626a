/** What the labels of a namespace begin with that set its Pod Security. */
export const POD_SECURITY_PREFIX = 'pod-security.kubernetes.io/';

/** What becomes of a pod that a level does not permit, in the order in which the server reads the labels. */
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'] as const;

export type PodSecurityMode = (typeof POD_SECURITY_MODES)[number];

/** The label that names the level of a mode: `pod-security.kubernetes.io/enforce`. */
export function levelLabel(mode: PodSecurityMode): string {
  return POD_SECURITY_PREFIX + mode;
}

/** The label that names the version of a mode: `pod-security.kubernetes.io/enforce-version`. */
export function versionLabel(mode: PodSecurityMode): string {
  return `${levelLabel(mode)}-version`;
}
