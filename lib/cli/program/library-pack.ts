import { isBuiltin } from 'node:module';
import { registerPositionMapper } from '../../source/original-position';
import { cacheKey } from './cache-dir';
import { readContainer, writeContainer } from './container';
import { guardsOf, isCurrent, type Stamp, stampOf } from './file-stamp';
import { lightenGenerated } from './lighten-generated';
import { callModule, moduleInternals } from './module-internals';
import { encodingOf, isBookable, PackBook, type BookEncoding, type Passage } from './pack-book';

/** Above this much code the pack would cost more to read than it saves. */
const MAX_CODE_UNITS = 32 * 1024 * 1024;

const ENCODINGS: readonly BookEncoding[] = ['latin1', 'utf16le'];

/** Called when a library module has run. */
export type LibraryListener = (filename: string, exports: unknown) => void;

interface PackIndex {
  readonly modules: readonly PackedModule[];
  /** What shows whether a bare request resolves as it did. */
  readonly guards: readonly Stamp[];
}

interface PackedModule extends Passage {
  readonly path: string;
  /** As in the {@link Stamp} of the file. */
  readonly modified: number;
  readonly size: number;
  readonly book: number;
  /** Among the functions of the book. */
  readonly position: number;
  /** What the module asked for. */
  readonly asked: string[];
  /** What it got, in step: a module of the pack by its place in {@link PackIndex.modules}, another file by its path. */
  readonly given: (number | string)[];
}

/** What a module asked for, and the file that it got. */
type Requests = Record<string, string>;

interface SeenModule {
  readonly code: string;
  readonly requests: Requests;
}

/**
 * The library modules that a program loads (cdk8s, constructs, cdk8s-plus-28, what
 * they load, and this package), as a script or two with a code cache. Node finds,
 * reads and compiles 133 files in 56 ms; the pack of them is there in 15.
 *
 * Made in three runs: the first sees which modules there are, the second compiles
 * the pack and keeps what V8 compiled of it, the third has both. A file that
 * changed, or an installation that did, throws the pack away.
 */
export class LibraryPack {
  private index: PackIndex = { modules: [], guards: [] };
  private books: readonly PackBook[] = [];
  private readonly modules = new Map<string, PackedModule>();
  private readonly seen = new Map<string, SeenModule>();
  private readonly folders = new Map<string, readonly string[]>();
  private readonly key = cacheKey('libraries');
  private learned = false;
  private saved = false;

  /**
   * @param file where the pack is kept; undefined keeps none.
   * @param name the name that the code has in stack traces.
   * @param listener is told of every module of the pack.
   */
  public constructor(
    private readonly file: string | undefined,
    private readonly name: string,
    private readonly listener: LibraryListener,
  ) {
    if (file !== undefined) this.read(file);
  }

  public has(filename: string): boolean {
    return this.modules.has(filename);
  }

  /** Where a packed module's request led when the pack was made, if it led into the pack. */
  public resolve(request: string, from: string): string | undefined {
    const packed = this.modules.get(from);
    return packed && this.target(request, packed)?.path;
  }

  /** Runs the code of a packed module, as Node's own loader would after it made `module`. */
  public run(module: NodeJS.Module): void {
    const packed = this.modules.get(module.filename);
    if (packed === undefined) throw new Error(`${module.filename} is not in the pack`);
    this.runCode(packed, module);
  }

  private runCode(packed: PackedModule, module: NodeJS.Module): void {
    const code = this.books[packed.book]?.moduleFunction(packed.position);
    if (code === undefined) throw new Error(`${packed.path} is not in its book`);
    const require = (request: string): unknown => {
      const target = this.target(request, packed) ?? this.learn(request, packed, module);
      return target === undefined
        ? moduleInternals.prototype.require.call(module, request)
        : this.load(target, module);
    };
    // What a module loads when it needs it takes the same way.
    module.require = require;
    callModule(module, code, require);
    this.listener(packed.path, module.exports);
  }

  /** `require` of one packed module by another: what Node does, without the search and the choice of a loader. */
  private load(packed: PackedModule, parent: NodeJS.Module): unknown {
    const { path } = packed;
    const known = moduleInternals._cache[path];
    if (known !== undefined) return known.exports;
    const module = new moduleInternals(path, parent);
    moduleInternals._cache[path] = module;
    try {
      module.filename = path;
      module.paths = this.foldersOf(module);
      this.runCode(packed, module);
      module.loaded = true;
    } finally {
      if (!module.loaded) Reflect.deleteProperty(moduleInternals._cache, path);
    }
    return module.exports;
  }

  /** The folders in which a module's bare requests are looked for. */
  private foldersOf({ path }: NodeJS.Module): string[] {
    let folders = this.folders.get(path);
    if (folders === undefined) this.folders.set(path, (folders = moduleInternals._nodeModulePaths(path)));
    // A list of its own, as modules have it.
    return [...folders];
  }

  private target(request: string, { asked, given }: PackedModule): PackedModule | undefined {
    const target = given[asked.indexOf(request)];
    return typeof target === 'number' ? this.index.modules[target] : undefined;
  }

  /**
   * Node asks its hooks only once for a name in a folder, so that the run which saw a
   * module first does not know all of its requests.
   */
  private learn(
    request: string,
    { asked, given }: PackedModule,
    module: NodeJS.Module,
  ): PackedModule | undefined {
    if (isBuiltin(request)) return undefined;
    const path = moduleInternals._resolveFilename(request, module);
    const target = this.modules.get(path);
    const got = target === undefined ? path : this.index.modules.indexOf(target);
    const known = asked.indexOf(request);
    const place = known < 0 ? asked.length : known;
    if (given[place] !== got) {
      asked[place] = request;
      given[place] = got;
      this.learned = true;
    }
    return target;
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

  /** Writes what this run learned, if anything. Never fails. */
  public save(): void {
    // A resident process saves after each run. What came later is seen again by the next process.
    if (this.file === undefined || this.saved) return;
    this.saved = true;
    if (this.seen.size > 0 && this.writeNew(this.file)) return;
    const fresh = this.books.map((book) => book.newCodeCache());
    if (!this.learned && fresh.every((cache) => cache === undefined)) return;
    this.write(
      this.file,
      this.index,
      this.books.map(({ code, oldCodeCache }, i) => [code, fresh[i] ?? oldCodeCache]),
    );
  }

  private read(file: string): void {
    const container = readContainer(file, this.key);
    if (container === undefined) return;
    const index = container.index as PackIndex;
    if (!index.guards.every(isCurrent)) return;
    // Of this package too, though its version is in the key: people patch what they have installed.
    if (!index.modules.every(({ path, modified, size }) => isCurrent([path, modified, size]))) return;
    const books: PackBook[] = [];
    for (const [i, encoding] of ENCODINGS.entries()) {
      const code = container.section(2 * i);
      const cache = container.section(2 * i + 1);
      if (code === undefined || cache === undefined) return;
      const name = this.bookName(i);
      books.push(new PackBook(name, encoding, code.toString(encoding), cache.length > 0 ? cache : undefined));
    }
    this.index = index;
    this.books = books;
    for (const module of index.modules) this.modules.set(module.path, module);
    for (const i of books.keys()) {
      registerPositionMapper(this.bookName(i), (line, column) =>
        locate(
          index.modules.filter(({ book }) => book === i),
          line,
          column,
        ),
      );
    }
  }

  private bookName(position: number): string {
    return position === 0 ? this.name : this.name.replace(/(?=\.js$)/, `-${String(position)}`);
  }

  /** A pack of what the old one held and what it lacked. False when that is nothing more. */
  private writeNew(file: string): boolean {
    const all = new Map<string, SeenModule>();
    for (const { path, book, offset, length, asked, given } of this.index.modules) {
      const code = this.books[book]?.code.slice(offset, offset + length) ?? '';
      const paths = given.map((target) => (typeof target === 'string' ? target : this.pathAt(target)));
      all.set(path, {
        code,
        requests: Object.fromEntries(asked.map((request, i) => [request, paths[i] ?? ''])),
      });
    }
    const old = all.size;
    for (const [path, { code, requests }] of this.seen) {
      if (isBookable(code)) all.set(path, { code: lightenGenerated(withoutSourceMap(code)), requests });
    }
    if (all.size === old) return false;
    const modules = [...all].flatMap(([path, module]) => {
      const stamp = stampOf(path);
      return stamp === undefined ? [] : [{ path, modified: stamp[1], size: stamp[2], ...module }];
    });
    if (modules.reduce((sum, { code }) => sum + code.length, 0) > MAX_CODE_UNITS) return false;
    const shelves = ENCODINGS.map((encoding) => modules.filter(({ code }) => encodingOf(code) === encoding));
    const composed = shelves.map((shelf) => PackBook.compose(shelf.map(({ code }) => code)));
    const numbers = new Map(shelves.flat().map(({ path }, number) => [path, number]));
    const packed = shelves.flatMap((shelf, book) =>
      shelf.map(({ path, modified, size, requests }, position): PackedModule => {
        const passage = composed[book]?.passages[position];
        if (passage === undefined) throw new Error('a book has fewer passages than modules');
        const given = Object.values(requests).map((target) => numbers.get(target) ?? target);
        return { ...passage, path, modified, size, book, position, asked: Object.keys(requests), given };
      }),
    );
    this.write(
      file,
      { modules: packed, guards: guardsOf(packed.map(({ path }) => path)) },
      composed.map(({ code }) => [code, Buffer.alloc(0)]),
    );
    return true;
  }

  private pathAt(number: number): string {
    return this.index.modules[number]?.path ?? '';
  }

  private write(file: string, index: PackIndex, books: readonly (readonly [string, Buffer])[]) {
    const sections = books.flatMap(([code, cache], i) => [Buffer.from(code, ENCODINGS[i]), cache]);
    writeContainer(file, this.key, index, sections);
  }
}

function locate(modules: readonly PackedModule[], line: number, column: number) {
  const module = modules.findLast((candidate) => candidate.line <= line);
  return module && { file: module.path, line: line - module.line + 1, column };
}

/** A library's own source map is half of its file, and its frames are folded anyway. */
function withoutSourceMap(code: string): string {
  return code.replace(/\n\/\/[#@] sourceMappingURL=[^\n]*\s*$/, '');
}
