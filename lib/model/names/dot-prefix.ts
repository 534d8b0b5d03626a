/** hasChDirPrefix of apimachinery: names that become paths do not lead out of a directory. */
export function dotPrefixErrors(value: string): string[] {
  if (value === '.' || value === '..') return [`must not be '${value}'`];
  return value.startsWith('..') ? ["must not start with '..'"] : [];
}
