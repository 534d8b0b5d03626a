// The wording that all name checks of the API server share (RegexError, MaxLenError and EmptyError
// in k8s.io/apimachinery/pkg/util/validation and pkg/api/validate/content).

/** A value that is too long. Declarative validation, new in 1.35, counts in bytes. */
export function tooLong(limit: number, unit: 'characters' | 'bytes' = 'characters'): string {
  return `must be no more than ${limit} ${unit}`;
}

export const EMPTY = 'must be non-empty';

/** A value that a regular expression does not match. */
export function mismatch(rule: string, pattern: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${rule} (${shown === '' ? '' : `e.g. ${shown}`}regex used for validation is '${pattern}')`;
}

/** Go measures strings in bytes of UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Whether a text has more bytes than that, without counting those of a short one. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit || (text.length * 3 > limit && byteLength(text) > limit);
}

/** A pattern of Go anchored at both ends; no `m` flag, so `$` does not stop before a line feed. */
export function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}
