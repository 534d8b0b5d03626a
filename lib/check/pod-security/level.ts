/** The levels of the Pod Security Standards, from the most to the least permissive. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;

export type PodSecurityLevel = (typeof POD_SECURITY_LEVELS)[number];

/** The levels at which anything is refused. */
export type CheckedLevel = Exclude<PodSecurityLevel, 'privileged'>;

export function isPodSecurityLevel(text: string): text is PodSecurityLevel {
  return (POD_SECURITY_LEVELS as readonly string[]).includes(text);
}
