import { readFileSync, type Stats } from 'node:fs';
import { isBuiltin } from 'node:module';
import { extname, isAbsolute } from 'node:path';
import { registerSourceMap } from '../../source/original-position';
import { importPlace } from './import-place';
import { callModule, type LoadingModule, moduleInternals } from './module-internals';
import { type ProgramCache } from './program-cache';
import { resolveByPaths, resolveRelative, findSource, statsOfFound } from './resolve-source';
import { type Tsconfig } from './tsconfig';
import { isUserFile, moduleFormat } from './user-file';

/** What the hooks serve; it changes when a program is loaded again. */
export interface HookTarget {
  readonly program: ProgramCache;
  readonly tsconfig: Tsconfig;
  /** The user's files that were loaded. */
  readonly loaded: Set<string>;
  /** Called before a CommonJS file runs that has an `import()`, which Node's other loader serves. */
  readonly needsModuleLoader: () => void;
}

const TYPESCRIPT = ['.ts', '.tsx', '.mts', '.cts'];

let target: HookTarget | undefined;

/**
 * Hooks Node's CommonJS loader for the user's files: TypeScript is transpiled, and
 * its ways to name a file are understood. The hooks stay, since a program may load
 * modules while it is synthesized; a second call only changes what they serve.
 */
export function hookProgram(newTarget: HookTarget): void {
  const installed = target !== undefined;
  target = newTarget;
  if (installed) return;
  const { _extensions: extensions } = moduleInternals;
  const loadOther = extensions['.js'];
  if (loadOther === undefined) throw new Error('this Node has no loader for .js files');
  for (const extension of ['.js', '.json', ...TYPESCRIPT]) {
    const other = extensions[extension] ?? loadOther;
    const load = TYPESCRIPT.includes(extension) ? loadTypeScript : other;
    extensions[extension] = (module, filename) => {
      const own = isUserFile(filename);
      if (own) current().loaded.add(filename);
      (own ? load : other)(module, filename);
    };
  }
  const resolve = moduleInternals._resolveFilename;
  moduleInternals._resolveFilename = (request, parent, isMain, options) => {
    const from = parent?.filename;
    const find = (name: string): string => resolve(name, parent, isMain, options);
    return typeof from !== 'string' || !isUserFile(from) || isBuiltin(request)
      ? find(request)
      : resolveFromUser(request, from, find);
  };
}

function current(): HookTarget {
  if (target === undefined) throw new Error('the module hooks serve no program');
  return target;
}

function resolveFromUser(request: string, from: string, find: (name: string) => string): string {
  if (/^\.{1,2}(?:[\\/]|$)/.test(request)) return resolveRelative(request, from) ?? find(request);
  if (isAbsolute(request)) return findSource(request) ?? find(request);
  try {
    return find(request);
  } catch (error) {
    for (const path of resolveByPaths(request, current().tsconfig)) {
      try {
        return findSource(path) ?? find(path);
      } catch {
        // The next path is tried; what is reported is the request as it was written.
      }
    }
    throw error;
  }
}

function loadTypeScript(module: LoadingModule, filename: string): void {
  const { program, needsModuleLoader } = current();
  if (moduleFormat(filename) === 'module') {
    throw Object.assign(
      new Error(
        `${filename} is an ES module${extname(filename) === '.mts' ? '' : ' ("type": "module" in its package.json)'}, which a CommonJS file cannot require`,
      ),
      { code: 'ERR_REQUIRE_ESM' },
    );
  }
  const stats = statsOfFound(filename);
  const entry = program.untouched(filename, stats, 'commonjs') ?? read(filename, stats, program);
  if (/\bimport\s*\(/.test(entry.code)) needsModuleLoader();
  callModule(module, program.moduleFunction(filename, entry));
}

function read(filename: string, stats: Stats, program: ProgramCache): ReturnType<ProgramCache['transpiled']> {
  const source = readFileSync(filename, 'utf8');
  const entry = program.transpiled(filename, source, 'commonjs');
  program.looked(entry, stats);
  // The transpiler leaves the lines out of its map that it makes of imports.
  registerSourceMap(filename, entry.map, (line) => {
    const text = entry.code.split('\n', line).at(-1) ?? '';
    const specifier = /\brequire\("([^"]+)"\)/.exec(text)?.[1];
    const place = specifier === undefined ? undefined : importPlace(source, specifier);
    return place && { file: filename, ...place };
  });
  return entry;
}
