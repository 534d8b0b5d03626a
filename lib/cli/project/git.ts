import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProgramError } from '../program/program-error';

/** What git prints; undefined if it fails. */
export function git(args: readonly string[], cwd: string): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  return status === 0 ? stdout : undefined;
}

/**
 * The top folder of the repository that a folder lies in; undefined if it lies in none.
 * @throws ProgramError if it does, but git does not work there: it is not installed, or takes the folder for another
 * user's (in containers of CI it often does)
 */
export function gitRoot(cwd: string): string | undefined {
  const { status, stdout, stderr, error } = spawnSync('git', ['rev-parse', '--show-toplevel'], {
    cwd,
    encoding: 'utf8',
  });
  if (status === 0) return stdout.replace(/\r?\n$/, '');
  if (!isInRepository(cwd)) return undefined;
  throw new ProgramError({
    kind: 'command',
    message: `git does not answer: ${error?.message ?? stderr.trim()}`,
    help: ['name a folder to compare with, which needs no git'],
    cause: error,
  });
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isInRepository(dirname(folder));
}

/**
 * The texts of several blobs by their ids, by one process.
 * @see git-cat-file(1), BATCH OUTPUT
 * @throws ProgramError if one is not there, as in a partial clone without its remote
 */
export function readBlobs(ids: readonly string[], cwd: string): readonly string[] {
  if (ids.length === 0) return [];
  const { status, stdout, stderr } = spawnSync('git', ['cat-file', '--batch'], {
    cwd,
    input: ids.map((id) => `${id}\n`).join(''),
    maxBuffer: 2 ** 31 - 1,
  });
  const texts: string[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf('\n', at);
    const [, type, size] = stdout.toString('utf8', at, end).split(' ');
    if (type !== 'blob') break;
    texts.push(stdout.toString('utf8', end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  if (status === 0 && texts.length === ids.length) return texts;
  throw new ProgramError({
    kind: 'command',
    message: `git cannot read what is committed: ${stderr.toString('utf8').trim() || 'objects are missing'}`,
    help: ['see what `git fsck` says'],
  });
}

/**
 * What the last commit has of some files of a folder, by their paths in it, by one process; those that it has not are
 * left out. Undefined where nobody commits anything.
 */
export function committedFiles(
  dir: string,
  paths: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const asked = paths.filter((path) => !path.includes('\n'));
  const { status, stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: dir,
    input: asked.map((path) => `HEAD:./${path}\n`).join(''),
    maxBuffer: 2 ** 31 - 1,
  });
  if (status !== 0) return undefined;
  const texts = new Map<string, string>();
  let at = 0;
  for (const path of asked) {
    const end = stdout.indexOf('\n', at);
    const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (id === undefined) continue;
    if (type === 'blob') texts.set(path, stdout.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
