import { createHash } from 'node:crypto';

/**
 * Ten hexadecimal digits that change with the content: a suffix for names. The same content gives the same
 * digits, whatever the order of its keys.
 */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, sortedKeys)).digest('hex').slice(0, 10);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
