import { isAbsolute, relative, sep } from 'node:path';

/** `path` as seen from the folder `root`, with forward slashes on every system; absolute when no relative path leads there. */
export function relativePath(root: string, path: string): string {
  const seen = relative(root, path);
  const shown = seen === '' || isAbsolute(seen) ? path : seen;
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}
