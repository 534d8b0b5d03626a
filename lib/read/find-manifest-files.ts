import { stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { errorCode } from './error-code';
import { type ReadProblem } from './read-problem';
import { walkFolder } from './walk-folder';

/** Stands for the standard input among paths. */
export const STDIN = '-';

/** What kubectl takes for manifests in a folder (cli-runtime pkg/resource/builder.go, FileExtensions). */
const EXTENSIONS = new Set(['.json', '.yaml', '.yml']);

/** Settings of {@link findManifestFiles}. */
export interface FindOptions {
  /** What paths are relative to; the working directory of the process if left out. */
  readonly cwd?: string;
}

/** The files that arguments name. */
export interface FoundFiles {
  /** In the order of the arguments, and of names within folders; relative where the argument is. */
  readonly files: readonly string[];
  /** Those that an argument names itself, and not by a folder or a glob. */
  readonly named: ReadonlySet<string>;
  /** Arguments that name nothing. */
  readonly problems: readonly ReadProblem[];
}

/**
 * Finds the manifests that the arguments of a command name:
 * - a file, whatever its name;
 * - a folder: its files with `.yaml`, `.yml` or `.json`, and those of the folders in it, but for
 *   `node_modules` and folders whose names begin with a dot;
 * - a glob, such as `charts/web-*.yaml`, in quotes so that the shell leaves it alone; `*` at its end
 *   means manifests alone;
 * - `-`: the standard input.
 *
 * A file that is named twice is listed once. What names nothing is a problem, and never silence.
 */
export async function findManifestFiles(
  args: readonly string[],
  { cwd = process.cwd() }: FindOptions = {},
): Promise<FoundFiles> {
  const finder = new Finder(cwd);
  for (const arg of args) await finder.add(arg);
  return finder;
}

class Finder implements FoundFiles {
  readonly files: string[] = [];
  readonly named = new Set<string>();
  readonly problems: ReadProblem[] = [];
  readonly #seen = new Map<string, string>();
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  async add(arg: string): Promise<void> {
    if (arg === STDIN) {
      this.#list(STDIN, true);
      return;
    }
    if (arg === '') {
      this.#report(arg, 'an argument is empty', 'name a file or a folder; "." is the working directory');
      return;
    }
    try {
      const found = await stat(resolve(this.#cwd, arg));
      if (found.isDirectory()) await this.#addFolder(arg);
      else this.#list(arg, true);
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      const isMissing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EINVAL';
      // What exists is meant, even if its name has brackets or stars in it.
      if (isMissing && picomatch.scan(arg).isGlob) await this.#addGlob(arg);
      else if (isMissing) this.#report(arg, `${arg} does not exist`, 'correct the path, or remove it');
      else this.#report(arg, `${arg} cannot be read (${code})`, 'see its permissions');
    }
  }

  async #addFolder(folder: string): Promise<void> {
    let count = 0;
    await this.#walk(folder, entersManifestFolder, (path) => {
      if (!EXTENSIONS.has(extname(path))) return;
      count++;
      this.#list(path);
    });
    if (count === 0) {
      this.#report(
        folder,
        `the folder ${folder} has no manifests`,
        'name a folder with .yaml, .yml or .json files in it; node_modules and dot folders are left out',
      );
    }
  }

  async #addGlob(glob: string): Promise<void> {
    const pattern = sep === '\\' ? glob.replaceAll('\\', '/') : glob;
    const { base, glob: moving } = picomatch.scan(pattern);
    const matches = picomatch(moving);
    const wantsAny = pattern.endsWith('*');
    // A dot folder that the glob names is gone into.
    const namesDots = /(?:^|\/)\.[^./]/.test(moving);
    const enters = (name: string): boolean =>
      name !== 'node_modules' && (namesDots ? name !== '.git' : entersManifestFolder(name));
    let count = 0;
    await this.#walk(base === '' ? '.' : base, enters, (path, below) => {
      if (!matches(sep === '\\' ? below.replaceAll('\\', '/') : below)) return;
      if (wantsAny && !EXTENSIONS.has(extname(path))) return;
      count++;
      this.#list(path);
    });
    if (count === 0) {
      this.#report(glob, `nothing matches ${glob}`, 'correct the glob; ** stands for folders in folders');
    }
  }

  async #walk(
    folder: string,
    enters: (name: string) => boolean,
    onFile: (path: string, below: string) => void,
  ): Promise<void> {
    const root = resolve(this.#cwd, folder);
    const named = (path: string): string => (isAbsolute(folder) ? path : join(folder, relative(root, path)));
    await walkFolder(root, {
      enters,
      onFile: (path) => onFile(named(path), relative(root, path)),
      onError: (path, error) => {
        const name = named(path);
        const code = errorCode(error);
        // The base of a glob that is not there matches nothing, which is told at the end.
        if (code === 'ENOENT') return;
        if (code === undefined) {
          if (!EXTENSIONS.has(extname(path))) return;
          this.#report(name, `the link ${name} leads nowhere`, 'remove it, or create what it leads to');
        } else {
          this.#report(name, `the folder ${name} cannot be read (${code})`, 'see its permissions');
        }
      },
    });
  }

  #list(path: string, isNamed = false): void {
    const key = path === STDIN ? STDIN : resolve(this.#cwd, path);
    const listed = this.#seen.get(key);
    if (isNamed) this.named.add(listed ?? path);
    if (listed !== undefined) return;
    this.#seen.set(key, path);
    this.files.push(path);
  }

  #report(file: string, what: string, help: string): void {
    this.problems.push({ reason: 'file', what, help, span: { file, line: 1, column: 1 } });
  }
}

function entersManifestFolder(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}
