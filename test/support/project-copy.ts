import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of this project. */
export const ROOT = resolve(__dirname, '../..');

/** What the package is built and packed from. */
const SOURCES = [
  'lib',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.npmrc',
];

/**
 * Makes a folder that holds a copy of this project's sources, `kubewright`: to be built and packed as from a
 * fresh clone, whatever stands in build/, and without a race with other tests for it.
 */
export function copyProject(): { readonly folder: string; readonly project: string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kubewright-')));
  const project = join(folder, 'kubewright');
  mkdirSync(project);
  for (const source of SOURCES.filter((name) => existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, source), join(project, source), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  return { folder, project };
}

/** Runs a command line and returns what it prints; what goes wrong is told with all that it said. */
export function run(command: string, cwd: string): string {
  try {
    return execSync(command, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command}\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
