import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseRecord, RECORD_NAME } from '../../render/write/record';
import { UsageError } from '../usage-error';

/** A file of what is compared with. */
export interface BaseFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The manifests to compare with: of a folder, or of the output folder as a git ref has it. Only what the record
 * of the folder lists counts, if it has one: what people put beside is none of ours.
 *
 * @param base - a folder or a git ref; the last commit if absent, or the folder itself outside of git
 * @param dir - the output folder, absolute
 * @param cwd - the project's folder, absolute
 * @throws UsageError if it is neither
 */
export function readBase(base: string | undefined, dir: string, cwd: string): readonly BaseFile[] {
  if (base !== undefined && existsSync(resolve(cwd, base)) && statSync(resolve(cwd, base)).isDirectory()) {
    return readFolder(resolve(cwd, base));
  }
  const root = git(['rev-parse', '--show-toplevel'], cwd);
  if (root === undefined) {
    if (base === undefined) return existsSync(dir) ? readFolder(dir) : [];
    throw new UsageError(`'${base}' is no folder, and this is no git repository`, [
      'name a folder to compare with',
    ]);
  }
  const commit = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base ?? 'HEAD'}^{commit}`],
    cwd,
  );
  if (commit !== undefined) return readCommit(commit.trim(), root.trim(), dir);
  // Before the first commit there is nothing to compare with but nothing.
  if (base === undefined) return [];
  throw new UsageError(`'${base}' is neither a folder nor a commit of this repository`, [
    'fetch it first if it is a branch of a remote: git fetch origin main',
  ]);
}

function readFolder(folder: string): readonly BaseFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => statSync(join(folder, path)).isFile());
  const record = paths.includes(RECORD_NAME) ? readFileSync(join(folder, RECORD_NAME), 'utf8') : undefined;
  return manifestPaths(paths, record).map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

function readCommit(commit: string, root: string, dir: string): readonly BaseFile[] {
  const folder = relative(root, dir).split(sep).join('/');
  if (folder.startsWith('..')) {
    throw new UsageError(`the output folder ${dir} is not in the repository ${root}`, [
      'name a folder to compare with',
    ]);
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  const listed =
    git(['ls-tree', '-r', '-z', '--name-only', commit, '--', `:(top,literal)${folder}`], root) ?? '';
  const paths = listed
    .split('\0')
    .filter((path) => path.startsWith(prefix) && path !== '')
    .map((path) => path.slice(prefix.length));
  const texts = readBlobs(
    paths.map((path) => `${commit}:${prefix}${path}`),
    root,
  );
  const textOf = new Map(paths.map((path, index) => [path, texts[index] ?? '']));
  return manifestPaths(paths, textOf.get(RECORD_NAME)).map((path) => ({
    path,
    text: textOf.get(path) ?? '',
  }));
}

function manifestPaths(paths: readonly string[], record: string | undefined): readonly string[] {
  const listed = record === undefined ? undefined : parseRecord(record);
  return paths
    .filter((path) => /\.(ya?ml|json)$/.test(path) && !/(^|\/)kustomization\.ya?ml$/.test(path))
    .filter((path) => listed === undefined || listed.has(path))
    .sort();
}

/** The texts of several blobs, by one process. @see git-cat-file(1), BATCH OUTPUT */
function readBlobs(names: readonly string[], cwd: string): readonly string[] {
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd,
    input: names.map((name) => `${name}\n`).join(''),
    maxBuffer: 2 ** 31 - 1,
  });
  const texts: string[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.toString('utf8', at, end).split(' ')[2]);
    texts.push(stdout.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

/** What git prints; undefined if it fails, as it does outside of a repository or where it is not installed. */
function git(args: readonly string[], cwd: string): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  return status === 0 ? stdout : undefined;
}
