import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ProgramCache } from './program-cache';
import { type ProgramErrorProps } from './program-error';
import { findSource, resolveByPaths, resolveRelative } from './resolve-source';
import { type ModuleFormat, type Transpiled } from './transpile';
import { type Tsconfig } from './tsconfig';
import { isUserFile, moduleFormat } from './user-file';

/** What the hooks of the ES module loader tell the thread that runs the program. */
export type EsmReport =
  | { readonly kind: 'loaded'; readonly file: string }
  | ({ readonly kind: 'transpiled'; readonly file: string; readonly digest: string } & Transpiled)
  | { readonly kind: 'unresolved'; readonly specifier: string; readonly from: string }
  | { readonly kind: 'failed'; readonly props: ProgramErrorProps };

/** In the query of a module's URL: which load of a resident process it belongs to. */
export const GENERATION = 'kubewright';

export interface LoadedSource {
  readonly format: ModuleFormat;
  readonly source: string | undefined;
}

/** What an import in the user's code stands for, when Node would not find it itself. */
export function esmTarget(
  specifier: string,
  parentUrl: string | undefined,
  tsconfig: Tsconfig,
): string | undefined {
  const from = userPath(parentUrl);
  if (specifier.startsWith('file:')) {
    const path = fileURLToPath(specifier);
    const source = isUserFile(path) ? findSource(path) : undefined;
    return source && toUrl(source) + new URL(specifier).search;
  }
  if (from === undefined || isBuiltin(specifier)) return undefined;
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return toUrl(resolveRelative(specifier, from));
  if (isAbsolute(specifier)) return toUrl(findSource(specifier));
  if (specifier.startsWith('#') || isInstalled(specifier, from)) return undefined;
  for (const path of resolveByPaths(specifier, tsconfig)) {
    const source = findSource(path) ?? [path, `${path}.js`, `${path}.json`].find(existsSync);
    if (source !== undefined) return toUrl(source);
  }
  return undefined;
}

function toUrl(path: string): string;
function toUrl(path: string | undefined): string | undefined;
function toUrl(path: string | undefined): string | undefined {
  return path === undefined ? undefined : pathToFileURL(path).href;
}

/** Gives a module of the user the generation of the module that imports it. */
export function withGeneration(url: string, parentUrl: string | undefined): string {
  if (parentUrl === undefined || userPath(url) === undefined) return url;
  const generation = new URL(parentUrl).searchParams.get(GENERATION);
  if (generation === null || url.includes('?')) return url;
  return `${url}?${GENERATION}=${generation}`;
}

/** The code of one of the user's modules; undefined leaves it to Node. */
export function loadSource(
  url: string,
  program: ProgramCache,
  report: (report: EsmReport) => void,
): LoadedSource | undefined {
  const file = userPath(url);
  if (file === undefined) return undefined;
  report({ kind: 'loaded', file });
  if (!/\.[cm]?tsx?$/.test(file)) return undefined;
  const format = moduleFormat(file);
  // The CommonJS loader reads it, through our hook.
  if (format === 'commonjs') return { format, source: undefined };
  const source = readFileSync(file, 'utf8');
  const { code, map } = program.transpiled(file, source, format);
  const digest = createHash('sha1').update(source).digest('base64');
  report({ kind: 'transpiled', file, digest, code, map: map() ?? '' });
  return { format, source: code };
}

function userPath(url: string | undefined): string | undefined {
  if (url?.startsWith('file:') !== true) return undefined;
  const path = fileURLToPath(url);
  return isUserFile(path) ? path : undefined;
}

/** Whether Node finds a package of that name from `from`, by its folder or as itself. */
function isInstalled(specifier: string, from: string): boolean {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  let own = true;
  for (let dir = dirname(from); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'node_modules', name))) return true;
    const file = join(dir, 'package.json');
    if (own && existsSync(file)) {
      own = false;
      const json = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown; exports?: unknown };
      if (json.name === name && json.exports !== undefined) return true;
    }
    if (dirname(dir) === dir) return false;
  }
}
