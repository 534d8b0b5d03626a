import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

// Each test here starts processes, compilers among them.
jest.setTimeout(120_000);

const root = join(__dirname, '..', '..', '..');

/** What an app needs beside us, and what we need. */
const PACKAGES = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'typescript', '@swc', 'yaml', 'diff', 'picomatch'];

/** The answer of the script that drives a ProgramLoader. */
export interface Loaded {
  readonly kind?: 'apps' | 'manifests';
  /** The paths of each App's charts. */
  readonly apps?: readonly (readonly string[])[];
  readonly manifests?: readonly { readonly path: string; readonly text: string }[];
  readonly files?: readonly string[];
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly frames: readonly { file: string; line: number; column: number; own: boolean }[];
    readonly help: readonly string[];
  };
}

export type Files = Readonly<Record<string, string>>;

/** A project in a temporary folder with this package installed in it, compiled from lib. */
export class Project {
  public readonly dir: string;

  public constructor(files: Files = {}) {
    this.dir = realpathSync(mkdtempSync(join(tmpdir(), 'kubewright-project-')));
    for (const name of PACKAGES) {
      mkdirSync(dirname(join(this.dir, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(this.dir, 'node_modules', name));
    }
    cpSync(installedPackage(), join(this.dir, 'node_modules', 'kubewright'), { recursive: true });
    this.write({ 'package.json': '{}', [DRIVER_FILE]: DRIVER, ...files });
  }

  public write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.dir, name)), { recursive: true });
      writeFileSync(join(this.dir, name), text);
    }
  }

  public path(name: string): string {
    return join(this.dir, name);
  }

  public get cache(): string {
    return this.path('node_modules/.cache/kubewright');
  }

  /** The script of the command. */
  public get main(): string {
    return this.path('node_modules/kubewright/build/cli/main.js');
  }

  /** Runs `kubewright <args>` as a process of its own. */
  public run(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return this.node([this.main, ...args], env);
  }

  /** Runs a script of the project. */
  public script(name: string): SpawnSyncReturns<string> {
    return this.node([this.path(name)], {});
  }

  /** Runs git, as a person of no account. */
  public git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'init.defaultBranch=main'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
      cwd: this.dir,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** The text of a file. */
  public read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** The paths of all files in a folder, hidden ones too; none if it is not there. */
  public list(folder: string): readonly string[] {
    if (!existsSync(this.path(folder))) return [];
    return readdirSync(this.path(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(this.path(folder), name)).isFile())
      .sort();
  }

  /** Starts `kubewright <args>` and gives its exit code. */
  public start(args: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [this.main, ...args], { cwd: this.dir, stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /**
   * Loads the program in a process of its own.
   *
   * @param steps JavaScript that runs between two loads (`fs` and `dir` are there);
   *   each step adds a load.
   */
  public load(options: object = {}, env: NodeJS.ProcessEnv = {}, ...steps: string[]): Loaded[] {
    const args = [this.path(DRIVER_FILE), JSON.stringify(options), ...steps];
    const { stdout, stderr, status } = this.node(args, env);
    const answer = stdout.split('\n').findLast((line) => line.startsWith('@@'));
    if (answer === undefined) {
      throw new Error(`no answer, exit code ${String(status)}: ${stdout}${stderr}`);
    }
    return JSON.parse(answer.slice(2)) as Loaded[];
  }

  /** The one answer of a load without steps. */
  public loadOnce(options: object = {}, env: NodeJS.ProcessEnv = {}): Loaded {
    return this.load(options, env)[0] ?? {};
  }

  /** Takes everything away but what is installed, and starts again with these files: cheaper than a new project. */
  public reset(files: Files): void {
    for (const name of readdirSync(this.dir)) {
      if (name !== 'node_modules') rmSync(this.path(name), { recursive: true, force: true });
    }
    this.write({ 'package.json': '{}', ...files });
  }

  public remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  private node(args: readonly string[], env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
    const clean = { ...process.env };
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CDK8S_OUTDIR', 'GIT_DIR', 'GIT_WORK_TREE'])
      Reflect.deleteProperty(clean, name);
    return spawnSync(process.execPath, args, {
      cwd: this.dir,
      encoding: 'utf8',
      env: { ...clean, ...env },
    });
  }
}

/** Not in the project itself, so that its frames are none of the user's. */
const DRIVER_FILE = 'node_modules/driver.cjs';

const DRIVER = `
const fs = require('node:fs');
const dir = require('node:path').dirname(__dirname);
const { ProgramLoader } = require('./kubewright/build/cli/program/program-loader.js');
const [options, ...steps] = process.argv.slice(2);
const write = process.stdout.write.bind(process.stdout);
void (async () => {
  const loader = new ProgramLoader({ projectDir: dir, ...JSON.parse(options) });
  const answers = [];
  for (const step of ['', ...steps]) {
    new Function('fs', 'dir', step)(fs, dir);
    try {
      const { kind, apps, manifests } = await loader.load();
      const charts = apps?.map((app) => app.node.children.map((chart) => chart.node.path));
      answers.push({ kind, apps: charts, manifests, files: loader.files() });
    } catch (error) {
      const { kind, message, frames, help, stack } = error;
      answers.push({ error: { kind: kind ?? stack, message, frames, help }, files: loader.files() });
    }
  }
  loader.save();
  write('\\n@@' + JSON.stringify(answers) + '\\n', () => process.exit());
})();
`;

let installed: string | undefined;

/** The package as npm would install it, compiled once for a test file. */
function installedPackage(): string {
  if (installed !== undefined) return installed;
  const folder = mkdtempSync(join(tmpdir(), 'kubewright-package-'));
  for (const name of readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(root, 'lib', name);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      // The annotation lets import() see the names, as it does in what tsc writes.
      module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
    });
    const target = join(folder, 'build', name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  installed = folder;
  return folder;
}
