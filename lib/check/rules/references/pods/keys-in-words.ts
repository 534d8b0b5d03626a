/** A long list hides what is looked for. */
const MOST = 8;

/** Keys or files one after the other, the nearest of them first, and no more than help. */
export function keysInWords(near: readonly string[], keys: ReadonlySet<string>): string {
  if (keys.size === 0) return 'none';
  const shown = new Set(near);
  for (const key of keys) {
    if (shown.size >= MOST) break;
    shown.add(key);
  }
  const text = [...shown].map((key) => `\`${key}\``).join(', ');
  const rest = keys.size - shown.size;
  return rest > 0 ? `${text} and ${rest} more` : text;
}
