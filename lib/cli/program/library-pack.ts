import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Script } from 'node:vm';
import { registerPositionMapper } from '../../source/original-position';
import { cacheKey } from './cache-dir';
import { readContainer, writeContainer } from './container';
import {
  callModule,
  moduleInternals,
  moduleScript,
  MODULE_PARAMETERS,
  type ModuleFunction,
} from './module-internals';
import { ownVersion } from './own-package';

/** Above this much code the pack would cost more to read than it saves. */
const MAX_CODE_UNITS = 32 * 1024 * 1024;

type Stamp = readonly [path: string, modified: number, size: number];

interface PackIndex {
  readonly encoding: 'latin1' | 'utf16le';
  readonly modules: readonly PackedModule[];
  /** Folders and package files that decide how a bare request resolves. */
  readonly guards: readonly Stamp[];
}

interface PackedModule {
  readonly stamp: Stamp;
  /** The line of the pack, from 1, on which the module's first line stands. */
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly requests: Readonly<Record<string, string>>;
}

interface SeenModule {
  readonly code: string;
  readonly requests: Record<string, string>;
}

/**
 * The library modules that a program loads (cdk8s, constructs, cdk8s-plus-28, what
 * they load, and this package), as one script with one code cache. Node finds, reads
 * and compiles 133 files in 56 ms; the pack of them is there in 15.
 *
 * Made in three runs: the first sees which modules there are, the second compiles
 * the pack and keeps what V8 compiled of it, the third has both. A file that
 * changed, or an installation that did, throws the pack away.
 */
export class LibraryPack {
  private index: PackIndex | undefined;
  private readonly packed = new Map<string, number>();
  private readonly seen = new Map<string, SeenModule>();
  private code = '';
  private codeCache: Buffer | undefined;
  private script: Script | undefined;
  private functions: Readonly<Record<number, ModuleFunction>> = {};
  private readonly key: string;

  /**
   * @param file where the pack is kept; undefined keeps none.
   * @param name the name that the code has in stack traces.
   */
  public constructor(
    private readonly file: string | undefined,
    private readonly name: string,
  ) {
    this.key = cacheKey('libraries', ownVersion());
    if (file !== undefined) this.read(file);
  }

  public has(filename: string): boolean {
    return this.packed.has(filename);
  }

  /** Where a packed module's request led when the pack was made, if it led into the pack. */
  public resolve(request: string, from: string): string | undefined {
    const position = this.packed.get(from);
    if (position === undefined) return undefined;
    const target = this.index?.modules[position]?.requests[request];
    return target !== undefined && this.packed.has(target) ? target : undefined;
  }

  /** Runs the code of a packed module, as Node's own loader would after it made `module`. */
  public run(module: NodeJS.Module): void {
    const position = this.packed.get(module.filename);
    const code = position === undefined ? undefined : this.compiled()[position];
    if (code === undefined) throw new Error(`${module.filename} is not in the pack`);
    callModule(module, code, (request) => {
      const target = this.resolve(request, module.filename);
      return target === undefined ? module.require(request) : this.load(target, module);
    });
  }

  /** Notes a module that Node loaded because the pack lacks it. */
  public add(filename: string, code: string): void {
    // A "#!" line is only allowed at the very beginning of a script.
    if (!code.startsWith('#!')) this.seen.set(filename, { code, requests: {} });
  }

  public addRequest(from: string, request: string, target: string): void {
    const seen = this.seen.get(from);
    if (seen !== undefined) seen.requests[request] = target;
  }

  /** Forgets a module that did not load. */
  public drop(filename: string): void {
    this.seen.delete(filename);
  }

  /** Writes what this run learned, if anything. */
  public save(): void {
    if (this.file === undefined) return;
    if (this.seen.size > 0) this.writeNew(this.file);
    else if (this.script !== undefined && this.codeCache === undefined) {
      this.write(this.file, this.index, this.code, this.script.createCachedData());
    }
  }

  /** `require` of a packed module by another: what Module._load does, without the search. */
  private load(filename: string, parent: NodeJS.Module): unknown {
    const known = moduleInternals._cache[filename];
    if (known !== undefined) return known.exports;
    const module = new moduleInternals(filename, parent);
    moduleInternals._cache[filename] = module;
    let loaded = false;
    try {
      // Module.load runs the hooks, which lead back to run().
      module.load(filename);
      loaded = true;
    } finally {
      if (!loaded) Reflect.deleteProperty(moduleInternals._cache, filename);
    }
    return module.exports;
  }

  private compiled(): Readonly<Record<number, ModuleFunction>> {
    if (this.script !== undefined) return this.functions;
    const cachedData = this.codeCache;
    this.script = new Script(this.code, {
      ...moduleScript(this.name),
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    // Another V8, or another set of its flags.
    if (this.script.cachedDataRejected === true) this.codeCache = undefined;
    this.functions = this.script.runInThisContext() as Record<number, ModuleFunction>;
    return this.functions;
  }

  private read(file: string): void {
    const container = readContainer(file, this.key);
    const code = container?.section(0);
    if (container === undefined || code === undefined) return;
    const index = container.index as PackIndex;
    const files = index.modules.map((module) => module.stamp);
    if (![...files, ...index.guards].every(isCurrent)) return;
    this.index = index;
    this.code = code.toString(index.encoding);
    const cached = container.section(1);
    if (cached !== undefined && cached.length > 0) this.codeCache = cached;
    index.modules.forEach((module, position) => this.packed.set(module.stamp[0], position));
    registerPositionMapper(this.name, (line, column) => locate(index.modules, line, column));
  }

  /** A pack of what the old one held and what it lacked. */
  private writeNew(file: string): void {
    const all = new Map<string, SeenModule>();
    for (const { stamp, offset, length, requests } of this.index?.modules ?? []) {
      all.set(stamp[0], { code: this.code.slice(offset, offset + length), requests });
    }
    const old = all.size;
    for (const [name, { code, requests }] of this.seen) {
      if (compiles(code)) all.set(name, { code: withoutSourceMap(code), requests });
    }
    if (all.size === old) return;
    const modules: PackedModule[] = [];
    let code = '({';
    let line = 1;
    for (const [name, module] of all) {
      const stamp = stampOf(name);
      if (stamp === undefined) continue;
      code += `${String(modules.length)}${MODULE_PARAMETERS}\n`;
      line += 1;
      const { length } = module.code;
      modules.push({ stamp, line, offset: code.length, length, requests: module.requests });
      code += `${module.code}\n},\n`;
      line += lineBreaks(module.code) + 2;
    }
    code += '})';
    if (code.length > MAX_CODE_UNITS) return;
    const encoding = isLatin1(code) ? 'latin1' : 'utf16le';
    const guards = guardsOf(modules.map((module) => module.stamp[0]));
    this.write(file, { encoding, modules, guards }, code, Buffer.alloc(0));
  }

  private write(file: string, index: PackIndex | undefined, code: string, cache: Buffer): void {
    if (index === undefined) return;
    writeContainer(file, this.key, index, [Buffer.from(code, index.encoding), cache]);
  }
}

function stampOf(path: string): Stamp | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : [path, stat.mtimeMs, stat.isFile() ? stat.size : 0];
}

function isCurrent([path, modified, size]: Stamp): boolean {
  const now = stampOf(path);
  return now?.[1] === modified && now[2] === size;
}

/**
 * What changes when a package comes, goes or is replaced: each node_modules folder
 * that the files lie in, each package's folder (in which a nested node_modules would
 * appear) and its package.json.
 */
function guardsOf(files: readonly string[]): Stamp[] {
  const paths = new Set<string>();
  for (const file of files) {
    const modules = file.lastIndexOf(`${sep}node_modules${sep}`);
    if (modules < 0) continue;
    const folder = file.slice(0, modules + `${sep}node_modules`.length);
    const [first = '', second = ''] = file.slice(folder.length + 1).split(sep);
    const root = join(folder, first.startsWith('@') ? join(first, second) : first);
    for (const path of [folder, root, join(root, 'package.json')]) paths.add(path);
  }
  return [...paths].map(stampOf).filter((stamp) => stamp !== undefined);
}

function locate(modules: readonly PackedModule[], line: number, column: number) {
  const module = modules.findLast((candidate) => candidate.line <= line);
  return module && { file: module.stamp[0], line: line - module.line + 1, column };
}

/** A library's own source map is half of its file, and its frames are folded anyway. */
function withoutSourceMap(code: string): string {
  return code.replace(/\n\/\/[#@] sourceMappingURL=[^\n]*\s*$/, '');
}

function compiles(code: string): boolean {
  try {
    new Script(`(function ${MODULE_PARAMETERS}\n${code}\n})`);
    return true;
  } catch {
    return false;
  }
}

function lineBreaks(text: string): number {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).length - 1;
}

function isLatin1(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- all of Latin-1 is meant
  return !/[^\u0000-\u00ff]/.test(text);
}
