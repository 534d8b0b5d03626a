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

interface PackIndex {
  /** One list for each book, in the order of its functions. */
  readonly books: readonly (readonly PackedModule[])[];
  /** Folders and package files that decide how a bare request resolves. */
  readonly guards: readonly Stamp[];
}

interface PackedModule extends Passage {
  readonly stamp: Stamp;
  readonly requests: Requests;
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
  private index: PackIndex = { books: [], guards: [] };
  private books: readonly PackBook[] = [];
  private readonly places = new Map<string, readonly [book: number, position: number]>();
  private readonly seen = new Map<string, SeenModule>();
  private readonly key = cacheKey('libraries');
  private learned = false;
  private saved = false;

  /**
   * @param file where the pack is kept; undefined keeps none.
   * @param name the name that the code has in stack traces.
   */
  public constructor(
    private readonly file: string | undefined,
    private readonly name: string,
  ) {
    if (file !== undefined) this.read(file);
  }

  public has(filename: string): boolean {
    return this.places.has(filename);
  }

  /** Where a packed module's request led when the pack was made, if it led into the pack. */
  public resolve(request: string, from: string): string | undefined {
    const [book = -1, position = -1] = this.places.get(from) ?? [];
    const requests = this.index.books[book]?.[position]?.requests;
    const target = requests !== undefined && Object.hasOwn(requests, request) ? requests[request] : undefined;
    return target !== undefined && this.has(target) ? target : undefined;
  }

  /** Runs the code of a packed module, as Node's own loader would after it made `module`. */
  public run(module: NodeJS.Module): void {
    const { filename } = module;
    const [book = -1, position = -1] = this.places.get(filename) ?? [];
    const code = this.books[book]?.moduleFunction(position);
    if (code === undefined) throw new Error(`${filename} is not in the pack`);
    callModule(module, code, (request) => {
      const target = this.resolve(request, filename) ?? this.learn(request, module);
      return target === undefined ? module.require(request) : load(target, module);
    });
  }

  /**
   * Node asks its hooks only once for a name in a folder, so that the run which saw a
   * module first does not know all of its requests.
   */
  private learn(request: string, module: NodeJS.Module): string | undefined {
    const [book = -1, position = -1] = this.places.get(module.filename) ?? [];
    const requests = this.index.books[book]?.[position]?.requests;
    if (requests === undefined || isBuiltin(request)) return undefined;
    const target = moduleInternals._resolveFilename(request, module);
    if (requests[request] !== target) {
      requests[request] = target;
      this.learned = true;
    }
    return this.has(target) ? target : undefined;
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
    const stamps = index.books.flatMap((modules) => modules.map((module) => module.stamp));
    if (![...stamps, ...index.guards].every(isCurrent)) return;
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
    index.books.forEach((modules, book) => {
      modules.forEach(({ stamp }, position) => this.places.set(stamp[0], [book, position]));
      registerPositionMapper(this.bookName(book), (line, column) => locate(modules, line, column));
    });
  }

  private bookName(position: number): string {
    return position === 0 ? this.name : this.name.replace(/(?=\.js$)/, `-${String(position)}`);
  }

  /** A pack of what the old one held and what it lacked. False when that is nothing more. */
  private writeNew(file: string): boolean {
    const all = new Map<string, { readonly code: string; readonly requests: Requests }>();
    this.index.books.forEach((modules, i) => {
      const book = this.books[i]?.code ?? '';
      for (const { stamp, offset, length, requests } of modules) {
        all.set(stamp[0], { code: book.slice(offset, offset + length), requests });
      }
    });
    const old = all.size;
    for (const [name, { code, requests }] of this.seen) {
      if (isBookable(code)) all.set(name, { code: lightenGenerated(withoutSourceMap(code)), requests });
    }
    if (all.size === old) return false;
    const modules = [...all].flatMap(([name, { code, requests }]) => {
      const stamp = stampOf(name);
      return stamp === undefined ? [] : [{ stamp, code, requests, encoding: encodingOf(code) }];
    });
    if (modules.reduce((sum, { code }) => sum + code.length, 0) > MAX_CODE_UNITS) return false;
    const composed = ENCODINGS.map((encoding) => {
      const chosen = modules.filter((module) => module.encoding === encoding);
      const { code, passages } = PackBook.compose(chosen.map((module) => module.code));
      const packed = passages.map((passage, i) => ({ ...passage, ...pick(chosen[i]) }));
      return { code, packed };
    });
    const guards = guardsOf(modules.map((module) => module.stamp[0]));
    this.write(
      file,
      { books: composed.map(({ packed }) => packed), guards },
      composed.map(({ code }) => [code, Buffer.alloc(0)]),
    );
    return true;
  }

  private write(file: string, index: PackIndex, books: readonly (readonly [string, Buffer])[]) {
    const sections = books.flatMap(([code, cache], i) => [Buffer.from(code, ENCODINGS[i]), cache]);
    writeContainer(file, this.key, index, sections);
  }
}

function pick(module: { readonly stamp: Stamp; readonly requests: Requests } | undefined) {
  if (module === undefined) throw new Error('a book has more passages than modules');
  return { stamp: module.stamp, requests: module.requests };
}

/** `require` of one packed module by another: what Module._load does, without the search. */
function load(filename: string, parent: NodeJS.Module): unknown {
  const known = moduleInternals._cache[filename];
  if (known !== undefined) return known.exports;
  const module = new moduleInternals(filename, parent);
  moduleInternals._cache[filename] = module;
  let loaded = false;
  try {
    // Runs the hooks, which lead back to the pack.
    module.load(filename);
    loaded = true;
  } finally {
    if (!loaded) Reflect.deleteProperty(moduleInternals._cache, filename);
  }
  return module.exports;
}

function locate(modules: readonly PackedModule[], line: number, column: number) {
  const module = modules.findLast((candidate) => candidate.line <= line);
  return module && { file: module.stamp[0], line: line - module.line + 1, column };
}

/** A library's own source map is half of its file, and its frames are folded anyway. */
function withoutSourceMap(code: string): string {
  return code.replace(/\n\/\/[#@] sourceMappingURL=[^\n]*\s*$/, '');
}
