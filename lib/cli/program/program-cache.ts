import { createHash } from 'node:crypto';
import { type Stats } from 'node:fs';
import { Script } from 'node:vm';
import { cacheKey } from './cache-dir';
import { readContainer, writeContainer } from './container';
import { engineSyntaxError } from './engine-syntax-error';
import { asUsual } from './patiently';
import { moduleScript, MODULE_PARAMETERS, type ModuleFunction } from './module-internals';
import { type ModuleFormat, type Transpiled } from './transpile';

interface IndexEntry {
  readonly file: string;
  readonly digest: string;
  readonly format: ModuleFormat;
  /** Sections of code, source map and code cache (may be empty). */
  readonly code: number;
  readonly map: number;
  readonly codeCache: number;
}

interface Entry {
  readonly digest: string;
  readonly format: ModuleFormat;
  readonly code: string;
  /** Made a text when the first place in the file is looked up. */
  readonly map: () => string | undefined;
  codeCache: Buffer | undefined;
  script?: Script;
  /** How the file looked before it was read for this entry, in this process. */
  look?: FileLook;
}

/** How a file looked. */
interface FileLook {
  readonly stats: Stats;
  /** Whether its times tell of any later change: one that comes at once may leave them as they are. */
  readonly isSettled: boolean;
}

const SETTLED_AFTER_MS = 2000;

/** Turns one file into JavaScript, when the cache has nothing for its content. */
export type Compile = (source: string, file: string, format: ModuleFormat) => Transpiled;

/**
 * The user's modules as JavaScript, kept by content together with V8's code cache.
 * What cannot be read, was cut short or belongs to another version is made anew.
 */
export class ProgramCache {
  private readonly key: string;
  private readonly entries = new Map<string, Entry>();
  private readonly used = new Set<string>();
  private changed = false;

  /**
   * @param file where the cache is kept; undefined keeps none.
   * @param settings what, beside its content, decides what a file becomes.
   */
  public constructor(
    private readonly file: string | undefined,
    settings: string,
    private readonly compile: Compile,
  ) {
    this.key = cacheKey('program', settings);
    if (file !== undefined) this.read(file);
  }

  /** The JavaScript of a file that was not touched since this process read it; undefined if that is not sure. */
  public untouched(file: string, now: Stats, format: ModuleFormat): Entry | undefined {
    const known = this.entries.get(file);
    const { look } = known ?? {};
    if (look?.isSettled !== true || known?.format !== format) return undefined;
    const { stats } = look;
    const isSame =
      stats.mtimeMs === now.mtimeMs &&
      stats.ctimeMs === now.ctimeMs &&
      stats.size === now.size &&
      stats.ino === now.ino &&
      stats.dev === now.dev;
    if (!isSame) return undefined;
    this.used.add(file);
    return known;
  }

  /** Notes how a file looked before it was read for an entry. */
  public looked(entry: Entry, stats: Stats): void {
    entry.look = {
      stats,
      isSettled: Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) > SETTLED_AFTER_MS,
    };
  }

  /** The JavaScript of a file, from the cache if its content is the same. Throws a ProgramError. */
  public transpiled(file: string, source: string, format: ModuleFormat): Entry {
    this.used.add(file);
    const digest = createHash('sha1').update(source).digest('base64');
    const known = this.entries.get(file);
    if (known?.digest === digest && known.format === format) return known;
    const { code, map } = this.compile(source, file, format);
    return this.put(file, { digest, format, code, map: () => map, codeCache: undefined });
  }

  /** Takes what another thread transpiled. */
  public add(file: string, digest: string, format: ModuleFormat, result: Transpiled): void {
    this.used.add(file);
    if (this.entries.get(file)?.digest === digest) return;
    const { code, map } = result;
    this.put(file, { digest, format, code, map: () => map, codeCache: undefined });
  }

  /** The compiled function of a CommonJS file. Throws a ProgramError. */
  public moduleFunction(file: string, entry: Entry): ModuleFunction {
    try {
      return compileEntry(file, entry);
    } catch (error) {
      throw error instanceof SyntaxError ? engineSyntaxError(error, file) : error;
    }
  }

  /**
   * Writes the cache if this run made something new.
   *
   * @param complete whether the program ran to its end, so that a file that was not
   *   used is one that it no longer has.
   */
  public save(complete: boolean): void {
    if (this.file === undefined) return;
    for (const [name, entry] of this.entries) {
      if (complete && !this.used.has(name)) {
        this.entries.delete(name);
        this.changed = true;
      } else if (entry.codeCache === undefined && entry.script !== undefined) {
        // Taken after the run, so that the functions that it called are in it.
        entry.codeCache = entry.script.createCachedData();
        this.changed = true;
      }
    }
    if (!this.changed) return;
    const sections: Buffer[] = [];
    const add = (bytes: Buffer): number => sections.push(bytes) - 1;
    const index = [...this.entries].map(([name, { digest, format, code, map, codeCache }]) => ({
      file: name,
      digest,
      format,
      code: add(Buffer.from(code)),
      map: add(Buffer.from(map() ?? '')),
      codeCache: add(codeCache ?? Buffer.alloc(0)),
    }));
    writeContainer(this.file, this.key, index satisfies IndexEntry[], sections);
    this.changed = false;
  }

  private put(file: string, entry: Entry): Entry {
    this.entries.set(file, entry);
    this.changed = true;
    return entry;
  }

  private read(file: string): void {
    const container = readContainer(file, this.key);
    for (const entry of (container?.index ?? []) as readonly IndexEntry[]) {
      const code = container?.section(entry.code);
      const map = container?.section(entry.map);
      // Without its map every place in the file would be one in its JavaScript, in each run until the file changes.
      if (code === undefined || map === undefined) continue;
      const codeCache = container?.section(entry.codeCache);
      this.entries.set(entry.file, {
        digest: entry.digest,
        format: entry.format,
        code: code.toString('utf8'),
        map: () => map.toString('utf8'),
        codeCache: codeCache === undefined || codeCache.length === 0 ? undefined : codeCache,
      });
    }
  }
}

function compileEntry(file: string, entry: Entry): ModuleFunction {
  const { codeCache } = entry;
  const options = {
    ...moduleScript(file),
    lineOffset: -1,
    ...(codeCache === undefined ? {} : { cachedData: codeCache }),
  };
  entry.script ??= asUsual(() => new Script(`(function ${MODULE_PARAMETERS}\n${entry.code}\n})`, options));
  if (entry.script.cachedDataRejected === true) entry.codeCache = undefined;
  return entry.script.runInThisContext() as ModuleFunction;
}
