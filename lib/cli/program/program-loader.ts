import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type App } from 'cdk8s';
import { registerSourceMap } from '../../source/original-position';
import { type AppCommand, parseAppCommand } from './app-command';
import { cacheDir, cacheName } from './cache-dir';
import { AppCapture } from './capture-apps';
import type * as esmLoader from './esm-loader';
import { type EsmReport, GENERATION } from './esm-resolution';
import { explainFailure, type Unresolved } from './explain-failure';
import { findEntry } from './find-entry';
import { listenToLibraries, openLibraries } from './library-hooks';
import { type LibraryPack } from './library-pack';
import { moduleInternals } from './module-internals';
import { ProgramCache } from './program-cache';
import { ProgramError } from './program-error';
import { hookProgram } from './program-hooks';
import { type ProjectConfig, readProjectConfig } from './project-config';
import { QuickNames } from './quick-names';
import { runToEnd } from './run-to-end';
import type * as spawned from './spawned-program';
import { mapStacks, toPath } from './stack';
import { type ModuleFormat, transpile } from './transpile';
import { type TranspileSettings, transpileSettings } from './transpile-settings';
import { findTsconfig, readTsconfig, type Tsconfig } from './tsconfig';
import { forgetModuleFormats, isUserFile, moduleFormat } from './user-file';

export interface ProgramLoaderOptions {
  /** The absolute path of the project's folder. */
  readonly projectDir: string;
  /** The program's file. Default: what `app` in cdk8s.yaml runs, else `main.ts`. */
  readonly entry?: string;
  /** What the program finds in CDK8S_OUTDIR. Default: `output` of cdk8s.yaml. */
  readonly outdir?: string;
  /** Where what the program prints goes. Default: where it wants. */
  readonly output?: 'inherit' | 'stderr';
  /** False reads and writes no cache. Default: true. */
  readonly cache?: boolean;
}

/** A program that ran in this process, or one that another program wrote the manifests of. */
export type Program =
  | {
      readonly kind: 'apps';
      /** The Apps on which the program called synth(), in that order; at least one. */
      readonly apps: readonly App[];
      readonly config: ProjectConfig;
      /** The program's file, absolute. */
      readonly entry: string;
    }
  | {
      readonly kind: 'manifests';
      readonly manifests: readonly spawned.Manifest[];
      readonly config: ProjectConfig;
    };

interface Setup {
  readonly entry: string;
  readonly tsconfig: Tsconfig;
  readonly settings: TranspileSettings;
  readonly cacheFile: string | undefined;
  readonly program: ProgramCache;
}

/**
 * Loads the user's program into this process and gives its Apps, without writing
 * anything. From then on the process is the program's: its arguments, its
 * environment, its stack traces; one loader a process.
 *
 * load() may be called again, as `watch` does: the user's modules run anew, the
 * libraries stay. After a run, and after the work on its Apps, save() keeps what
 * makes the next start fast.
 *
 * @example
 * const loader = new ProgramLoader({ projectDir: process.cwd() });
 * const program = await loader.load();
 * loader.save();
 */
export class ProgramLoader {
  private readonly capture = new AppCapture((path) => this.read.add(resolve(path)));
  private readonly names = new QuickNames();
  private readonly loaded = new Set<string>();
  private readonly read = new Set<string>();
  private readonly libraries: LibraryPack;
  private setup: Setup | undefined;
  private compiling = false;
  private listening = false;
  private complete = false;
  private runs = 0;
  private drainReports: (() => void) | undefined;
  private unresolved: Unresolved | undefined;
  private failure: ProgramError | undefined;

  public constructor(private readonly options: ProgramLoaderOptions) {
    this.libraries = openLibraries(options.projectDir, options.cache);
  }

  /** Runs the program. Throws a ProgramError for anything that is wrong with it. */
  public async load(): Promise<Program> {
    const { projectDir } = this.options;
    this.forget();
    const config = readProjectConfig(projectDir);
    const command = config.app === undefined ? undefined : parseAppCommand(config.app);
    if (config.app !== undefined && command === undefined && this.options.entry === undefined) {
      const { runCommand } = module.require('./spawned-program') as typeof spawned;
      return { kind: 'manifests', manifests: runCommand(config.app, projectDir), config };
    }
    const entry = findEntry(projectDir, this.options.entry, command, config);
    if (config.file !== undefined) this.read.add(config.file);
    const setup = this.prepare(entry, command);
    this.hook(setup);
    this.setEnvironment(entry, command, config);
    try {
      await runToEnd(() => this.start(setup, command), {
        name: basename(entry),
        output: this.options.output ?? 'inherit',
        fileRead: (path) => {
          if (!this.compiling) this.read.add(resolve(path));
        },
      });
    } catch (error) {
      this.drainReports?.();
      throw this.failure ?? explainFailure(error, this.unresolved);
    }
    this.drainReports?.();
    const { apps } = this.capture;
    if (apps.length === 0) throw noApp(entry);
    this.complete = true;
    return { kind: 'apps', apps, config, entry };
  }

  /**
   * What a further module of the user's exports, such as the project's settings. It is transpiled and cached as
   * the program is, whether or not there is one. Throws a ProgramError.
   */
  public async loadModule(file: string): Promise<unknown> {
    if (this.setup === undefined) {
      this.hook(this.prepare(file, undefined));
      this.complete = true;
    }
    const exit: unknown = Reflect.get(process, 'exit');
    // Settings that end the process would end it without a word, and with success.
    process.exit = () => {
      throw new ProgramError({
        kind: 'exit',
        message: `${basename(file)} called process.exit()`,
        file,
        help: ['export the settings, and leave the process to the command'],
      });
    };
    try {
      if (moduleFormat(file) === 'commonjs') return createRequire(file)(file);
      if (this.setup !== undefined) this.hookEsm(this.setup);
      return (await import(pathToFileURL(file).href)) as unknown;
    } catch (error) {
      throw this.failure ?? explainFailure(error, this.unresolved);
    } finally {
      Reflect.set(process, 'exit', exit);
      this.drainReports?.();
    }
  }

  /** Counts a file among those that the run depends on: what settings name is read by others. */
  public noteRead(path: string): void {
    this.read.add(path);
  }

  /**
   * The files that the last run depended on, absolute and sorted, without
   * node_modules: modules, JSON, what the program read, tsconfig.json, cdk8s.yaml.
   */
  public files(): readonly string[] {
    return [...new Set([...this.loaded, ...this.read])].filter(isUserFile).sort();
  }

  /** Keeps what was transpiled and compiled for the next process. Never fails. */
  public save(): void {
    this.setup?.program.save(this.complete);
    this.libraries.save();
  }

  private forget(): void {
    this.capture.reset();
    this.names.reset();
    this.complete = false;
    this.unresolved = undefined;
    this.failure = undefined;
    if (this.runs++ === 0) return;
    for (const file of Object.keys(moduleInternals._cache)) {
      if (isUserFile(file)) Reflect.deleteProperty(moduleInternals._cache, file);
    }
    for (const [request, file] of Object.entries(moduleInternals._pathCache)) {
      if (isUserFile(file)) Reflect.deleteProperty(moduleInternals._pathCache, request);
    }
    forgetModuleFormats();
    this.loaded.clear();
    this.read.clear();
  }

  private prepare(entry: string, command: AppCommand | undefined): Setup {
    const { projectDir, cache = true } = this.options;
    const file =
      command?.project === undefined ? findTsconfig(dirname(entry)) : resolve(projectDir, command.project);
    const tsconfig = readTsconfig(file);
    for (const read of tsconfig.files) this.read.add(read);
    const settings = transpileSettings(tsconfig);
    const old = this.setup;
    if (old?.entry === entry && JSON.stringify(old.settings) === JSON.stringify(settings)) {
      this.setup = { ...old, tsconfig };
      return this.setup;
    }
    const dir = cache ? cacheDir(projectDir) : undefined;
    const cacheFile = dir && join(dir, `program-${cacheName(entry)}.bin`);
    const compile = (source: string, name: string, format: ModuleFormat) => {
      // What the compiler reads when it is first used is none of the program's.
      this.compiling = true;
      try {
        return transpile(source, name, format, settings);
      } finally {
        this.compiling = false;
      }
    };
    const program = new ProgramCache(cacheFile, JSON.stringify(settings), compile);
    this.setup = { entry, tsconfig, settings, cacheFile, program };
    return this.setup;
  }

  private hook(setup: Setup): void {
    mapStacks(() => this.drainReports?.());
    if (!this.listening) {
      this.listening = true;
      listenToLibraries((file, exports) => {
        this.capture.moduleLoaded(file, exports);
        this.names.moduleLoaded(file, exports);
      });
    }
    hookProgram({
      program: setup.program,
      tsconfig: setup.tsconfig,
      loaded: this.loaded,
      needsModuleLoader: () => this.hookEsm(setup),
    });
  }

  private hookEsm({ cacheFile, settings, tsconfig, program }: Setup): void {
    const report = (message: EsmReport): void => this.takeReport(message);
    // With its thread it is too much for the many programs that are CommonJS.
    const { hookEsModules } = module.require('./esm-loader') as typeof esmLoader;
    this.drainReports ??= hookEsModules({ cacheFile, settings, tsconfig, program, report });
  }

  private takeReport(report: EsmReport): void {
    switch (report.kind) {
      case 'loaded':
        this.loaded.add(report.file);
        break;
      case 'transpiled':
        this.setup?.program.add(report.file, report.digest, 'module', report);
        registerSourceMap(report.file, () => report.map);
        break;
      case 'unresolved':
        this.unresolved = { specifier: report.specifier, from: toPath(report.from) };
        break;
      case 'failed':
        this.failure = new ProgramError(report.props);
        break;
    }
  }

  private setEnvironment(entry: string, command: AppCommand | undefined, config: ProjectConfig): void {
    const { projectDir, outdir = config.output } = this.options;
    if (process.cwd() !== projectDir) process.chdir(projectDir);
    Object.assign(process.env, command?.env, { CDK8S_OUTDIR: resolve(projectDir, outdir) });
    process.argv.splice(1, Infinity, entry, ...(command?.args ?? []));
  }

  private start(setup: Setup, command: AppCommand | undefined): unknown {
    const require = createRequire(join(this.options.projectDir, 'main.js'));
    for (const request of command?.preload ?? []) require(request);
    if (moduleFormat(setup.entry) === 'commonjs') {
      return void moduleInternals._load(setup.entry, null, true);
    }
    this.hookEsm(setup);
    const url = pathToFileURL(setup.entry);
    // Node keeps ES modules for ever; another query makes another module.
    if (this.runs > 1) url.searchParams.set(GENERATION, String(this.runs));
    return import(url.href);
  }
}

function noApp(entry: string): ProgramError {
  return new ProgramError({
    kind: 'no-app',
    message: `${basename(entry)} ended without synthesizing an App`,
    file: entry,
    help: ['end it with app.synth(); an App without that call renders nothing'],
  });
}
