import Module, { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, type ScriptOptions } from 'node:vm';

/** A module that is being loaded; Node's types hide the parts that loaders work with. */
export interface LoadingModule extends NodeJS.Module {
  load: (filename: string) => void;
  _compile: (code: string, filename: string, format?: string) => unknown;
}

export type ResolveFilename = (
  request: string,
  parent: NodeJS.Module | null | undefined,
  isMain?: boolean,
  options?: { readonly paths?: readonly string[] },
) => string;

/** The parts of node:module that every TypeScript loader hooks, stable since Node 4. */
interface ModuleInternals {
  readonly _cache: Record<string, NodeJS.Module | undefined>;
  /** Where a request led before, by request and folder. */
  readonly _pathCache: Record<string, string>;
  readonly _extensions: Record<string, (module: LoadingModule, filename: string) => void>;
  readonly _load: (request: string, parent: NodeJS.Module | null, isMain: boolean) => unknown;
  readonly _nodeModulePaths: (from: string) => string[];
  _resolveFilename: ResolveFilename;
  new (id: string, parent?: NodeJS.Module): LoadingModule;
  readonly prototype: { readonly require: (this: NodeJS.Module, request: string) => unknown };
}

export const moduleInternals = Module as unknown as ModuleInternals;

/** The function that Node wraps around the code of a CommonJS module. */
export type ModuleFunction = (
  this: unknown,
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  filename: string,
  dirname: string,
) => void;

export const MODULE_PARAMETERS = '(exports, require, module, __filename, __dirname) {';

/** Options of a script that is a module: where it stands, and `import()` as in any other. */
export function moduleScript(filename: string): ScriptOptions {
  const loader = (constants as Partial<typeof constants> | undefined)?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return {
    filename,
    // The constant came with Node 20.12.
    importModuleDynamically: loader ?? ((specifier: string) => importFrom(specifier, filename)),
  };
}

async function importFrom(specifier: string, filename: string): Promise<never> {
  const target = isBuiltin(specifier)
    ? specifier
    : pathToFileURL(createRequire(filename).resolve(specifier)).href;
  return (await import(target)) as never;
}

/** Calls the code of a module as Node does, with a `require` of its own. */
export function callModule(
  module: NodeJS.Module,
  code: ModuleFunction,
  load: (request: string) => unknown = (request) => module.require(request),
): void {
  const { filename } = module;
  const resolve = Object.assign(
    (request: string, options?: { paths?: string[] }) =>
      moduleInternals._resolveFilename(request, module, false, options),
    { paths: (request: string) => createRequire(filename).resolve.paths(request) },
  );
  const require = Object.assign(load, {
    resolve,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what Node's own require has as `main`
    main: process.mainModule,
    extensions: moduleInternals._extensions,
    cache: moduleInternals._cache,
  }) as unknown as NodeJS.Require;
  code.call(module.exports, module.exports, require, module, filename, dirname(filename));
}
