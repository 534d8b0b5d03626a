import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parseJsonc } from './jsonc';
import { ProgramError } from './program-error';

/** The compiler options that change what a program does when it runs. */
export interface CompilerOptions {
  readonly target?: string;
  readonly module?: string;
  readonly esModuleInterop?: boolean;
  readonly experimentalDecorators?: boolean;
  readonly emitDecoratorMetadata?: boolean;
  readonly useDefineForClassFields?: boolean;
  readonly verbatimModuleSyntax?: boolean;
  readonly jsx?: string;
  readonly jsxFactory?: string;
  readonly jsxFragmentFactory?: string;
  readonly jsxImportSource?: string;
  /** Absolute. */
  readonly baseUrl?: string;
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

export interface Tsconfig {
  /** The file that was asked for; undefined when the project has none. */
  readonly file: string | undefined;
  /** All files that were read: `file` and what it extends. */
  readonly files: readonly string[];
  readonly options: CompilerOptions;
  /** What `paths` is relative to: baseUrl, or the folder of the file that has `paths`. */
  readonly pathsBase: string | undefined;
}

interface TsconfigJson {
  readonly extends?: string | readonly string[];
  readonly compilerOptions?: CompilerOptions;
  /** ts-node's own section; its compilerOptions win when ts-node runs the program. */
  readonly 'ts-node'?: { readonly compilerOptions?: CompilerOptions };
}

/** The tsconfig.json that governs a folder: the nearest one upwards, as for ts-node and editors. */
export function findTsconfig(folder: string): string | undefined {
  for (let dir = folder; ; dir = dirname(dir)) {
    const file = join(dir, 'tsconfig.json');
    if (existsSync(file)) return file;
    if (dirname(dir) === dir) return undefined;
  }
}

/** Reads a tsconfig with everything it extends. Throws a ProgramError that names the file. */
export function readTsconfig(file: string | undefined): Tsconfig {
  const empty: Tsconfig = { file, files: [], options: {}, pathsBase: undefined };
  return file === undefined ? empty : { ...readOne(file, []), file };
}

function readOne(file: string, parents: readonly string[]): Tsconfig {
  if (parents.includes(file)) {
    throw configError(file, `extends itself: ${[...parents, file].join(' -> ')}`);
  }
  const json = readJson(file);
  const bases = [json.extends ?? []].flat().map((base) => readOne(findBase(base, file), [...parents, file]));
  const own = { ...json.compilerOptions, ...json['ts-node']?.compilerOptions };
  const folder = dirname(file);
  const options = Object.assign({}, ...bases.map((base) => base.options), own) as CompilerOptions;
  const baseUrl = own.baseUrl === undefined ? options.baseUrl : resolve(folder, own.baseUrl);
  const inherited = bases.findLast((base) => base.pathsBase !== undefined)?.pathsBase;
  return {
    file,
    files: [file, ...bases.flatMap((base) => base.files)],
    options: { ...options, ...(baseUrl === undefined ? {} : { baseUrl }) },
    pathsBase: baseUrl ?? (own.paths === undefined ? inherited : folder),
  };
}

function readJson(file: string): TsconfigJson {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw configError(file, 'cannot be read', error);
  }
  try {
    return parseJsonc(text) as TsconfigJson;
  } catch (error) {
    throw configError(file, `is not JSON: ${(error as Error).message}`, error);
  }
}

/** As TypeScript does: a path with or without ".json", or a file of a package. */
function findBase(base: string, from: string): string {
  if (isAbsolute(base) || /^\.\.?(?:[\\/]|$)/.test(base)) {
    const path = resolve(dirname(from), base);
    return isFile(path) || path.endsWith('.json') ? path : `${path}.json`;
  }
  const { resolve: find } = createRequire(from);
  for (const request of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      const found = find(request);
      if (found.endsWith('.json')) return found;
    } catch {
      // The next form is tried; the error below names what was asked for.
    }
  }
  throw configError(from, `extends ${base}, which is not installed`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function configError(file: string, problem: string, cause?: unknown): ProgramError {
  return new ProgramError({ kind: 'config', message: `${file} ${problem}`, file, cause });
}
