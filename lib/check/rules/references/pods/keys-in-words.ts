/** A long list hides what is looked for. */
const MOST = 8;

/** Keys or files one after the other, the nearest first, and no more than help. */
export function keysInWords(near: readonly string[], keys: Iterable<string>): string {
  const all = [...new Set([...near, ...keys])];
  if (all.length === 0) return 'none';
  const shown = all.slice(0, MOST).map((key) => `\`${key}\``);
  const rest = all.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
