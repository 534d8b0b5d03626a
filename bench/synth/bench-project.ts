import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Sources } from './app-sources';

/**
 * A folder outside of this repository with a node_modules as `npm install` makes it: this package as it would
 * be published, built and packed, and what it and the stock command line need.
 */
export class BenchProject {
  readonly dir = mkdtempSync(join(tmpdir(), 'kubewright-bench-'));
  private readonly modules = join(this.dir, 'node_modules');

  /** @param repository - the folder of this package, which is built */
  constructor(repository: string) {
    const npm = (...args: readonly string[]): string =>
      execFileSync('npm', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    npm('run', 'build');
    const [packed] = JSON.parse(
      npm('pack', '--ignore-scripts', '--json', '--pack-destination', this.dir),
    ) as [{ readonly filename: string }];
    cpSync(join(repository, 'node_modules'), this.modules, { recursive: true, verbatimSymlinks: true });
    const own = join(this.modules, 'kubewright');
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
    execFileSync('tar', ['-xzf', join(this.dir, packed.filename), '--strip-components=1', '-C', own]);
    const { bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    for (const [name, file] of Object.entries(bin)) {
      // What npm does for each command.
      chmodSync(join(own, file), 0o755);
      rmSync(this.command(name), { force: true });
      symlinkSync(join('..', 'kubewright', file), this.command(name));
    }
  }

  /** The path of an installed command. */
  command(name: string): string {
    return join(this.modules, '.bin', name);
  }

  /** Replaces the sources of the project; what was rendered and cached goes as well. */
  use(sources: Sources): void {
    for (const name of ['dist', 'services', 'web-service.ts']) this.remove(name);
    this.remove('node_modules/.cache');
    for (const [path, text] of Object.entries(sources)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const file = join(this.dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  remove(path: string): void {
    rmSync(join(this.dir, path), { recursive: true, force: true });
  }
}
