import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Tsconfig } from './tsconfig';

/** TypeScript lets an import name the file that the compiler would write. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * The TypeScript file that a relative import in `from` means, by TypeScript's order:
 * a source before the JavaScript that an earlier compilation left beside it.
 * Undefined leaves the search to Node.
 */
export function resolveRelative(request: string, from: string): string | undefined {
  return findSource(resolve(dirname(from), request), /[\\/]$|(?:^|[\\/])\.{1,2}$/.test(request));
}

/**
 * What the `paths` and `baseUrl` of a tsconfig make of an import that Node does not
 * find, best first. They come last, because the program also runs without us, under
 * ts-node, which knows no paths: what Node finds is what runs there.
 */
export function* resolveByPaths(request: string, tsconfig: Tsconfig): Generator<string> {
  const { pathsBase, options } = tsconfig;
  if (pathsBase === undefined) return;
  for (const substitute of matchPaths(request, options.paths ?? {})) {
    yield resolve(pathsBase, substitute);
  }
  if (options.baseUrl !== undefined) yield resolve(options.baseUrl, request);
}

/** The file with TypeScript in it that the absolute `path` without its extension means. */
export function findSource(path: string, folderOnly = false): string | undefined {
  if (!folderOnly) {
    const extension = /\.[cm]?js$/.exec(path)?.[0];
    const stem = extension === undefined ? path : path.slice(0, -extension.length);
    const written = extension === undefined ? ['.ts', '.tsx'] : WRITTEN_AS[extension];
    for (const candidate of written ?? []) {
      if (isFile(stem + candidate)) return stem + candidate;
    }
    if (isFile(path) || ['.js', '.json', '.node'].some((end) => isFile(path + end))) {
      return undefined;
    }
  }
  if (existsSync(resolve(path, 'package.json'))) return undefined;
  return ['index.ts', 'index.tsx'].map((name) => resolve(path, name)).find(isFile);
}

/** The longest prefix before a "*" wins, and an exact name over all, as in TypeScript. */
function matchPaths(request: string, paths: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const exact = paths[request];
  if (exact !== undefined) return exact;
  let best: { readonly prefix: string; readonly rest: string; readonly to: readonly string[] } = {
    prefix: '',
    rest: '',
    to: [],
  };
  for (const [pattern, to] of Object.entries(paths)) {
    const [prefix = '', suffix] = pattern.split('*');
    if (suffix === undefined || request.length < prefix.length + suffix.length) continue;
    if (!request.startsWith(prefix) || !request.endsWith(suffix)) continue;
    if (best.to.length > 0 && prefix.length <= best.prefix.length) continue;
    best = { prefix, rest: request.slice(prefix.length, request.length - suffix.length), to };
  }
  return best.to.map((target) => target.replace('*', () => best.rest));
}

/** What was found last, which is loaded next as a rule. */
let found: { readonly path: string; readonly stats: Stats } | undefined;

/** How a file looks, just before it is read: as it looked when it was found, if that was the last step. */
export function statsOfFound(path: string): Stats {
  const stats = found?.path === path ? found.stats : statSync(path);
  found = undefined;
  return stats;
}

function isFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return false;
  found = { path, stats };
  return true;
}
