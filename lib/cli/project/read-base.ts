import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseRecord, RECORD_NAME, UnknownRecordVersion } from '../../render/write/record';
import { isWithin } from '../../render/write/output-folder';
import { UsageError } from '../usage-error';
import { git, gitRoot, readBlobs } from './git';

/** A file of what is compared with. */
export interface BaseFile {
  /** As it is shown in messages. */
  readonly path: string;
  readonly text: string;
}

/** What is compared with: a folder, or a commit of a repository; `none` before the first commit. */
export type Base =
  | { readonly kind: 'folder'; readonly folder: string }
  /** The output folder as it lies on the disk. */
  | { readonly kind: 'output' }
  | { readonly kind: 'commit'; readonly commit: string; readonly name: string; readonly root: string }
  | { readonly kind: 'none' };

/**
 * Finds out what a word on the command line means.
 *
 * @param base - a folder or a git ref; `a...` is where this branch left `a`. The last commit if absent, or the output
 *   folder itself outside of git
 * @param cwd - the project's folder, absolute
 * @throws UsageError if it is neither, or both; ProgramError if git does not work
 */
export function findBase(base: string | undefined, cwd: string): Base {
  if (base === '') throw new UsageError('the base is empty', ['name a git ref or a folder, or leave it out']);
  const folder = base === undefined ? undefined : resolve(cwd, base);
  const isFolder =
    folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  // What begins as a path does is one, whatever refs there are.
  if (isFolder && /^\.{0,2}[\\/]|^\.{1,2}$/.test(base ?? '')) return { kind: 'folder', folder };
  const root = isFolder && !isNamedByGit(base ?? '', cwd) ? undefined : gitRoot(cwd);
  if (isFolder) {
    if (root === undefined) return { kind: 'folder', folder };
    throw new UsageError(`'${base ?? ''}' is a folder and a git ref`, [
      `write ./${base ?? ''} for the folder`,
      `or refs/heads/${base ?? ''} for the branch`,
    ]);
  }
  if (root === undefined) {
    if (base === undefined) return { kind: 'output' };
    throw new UsageError(`'${base}' is no folder, and this is no git repository`, [
      'name a folder to compare with',
    ]);
  }
  const commit = commitOf(base ?? 'HEAD', cwd);
  if (commit !== undefined) return { kind: 'commit', commit, name: base ?? 'HEAD', root };
  // Before the first commit there is nothing to compare with but nothing.
  if (base === undefined) return { kind: 'none' };
  throw new UsageError(`'${base}' is neither a folder nor a commit of this repository`, [
    ...(git(['rev-parse', '--is-shallow-repository'], cwd)?.trim() === 'true'
      ? ['this is a shallow clone: git fetch --unshallow (in CI: fetch the whole history)']
      : []),
    'fetch it first if it is a branch of a remote: git fetch origin main',
  ]);
}

function isNamedByGit(name: string, cwd: string): boolean {
  return commitOf(name, cwd) !== undefined;
}

function commitOf(name: string, cwd: string): string | undefined {
  const [, from] = /^(.+?)\.\.\.(?:HEAD)?$/.exec(name) ?? [];
  const parse = (one: string): string | undefined =>
    git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${one}^{commit}`], cwd)?.trim();
  if (from === undefined) return parse(name);
  const [side, head] = [parse(from), parse('HEAD')];
  return side === undefined || head === undefined ? undefined : git(['merge-base', side, head], cwd)?.trim();
}

/**
 * The manifests to compare an output folder with. Only what the record of the folder lists counts, if it has one: what
 * people put beside is none of ours.
 *
 * @param dir - the output folder, absolute
 * @param subfolder - where it lies below the folder that stands for the whole output
 */
export function readBase(base: Base, dir: string, subfolder: string): readonly BaseFile[] {
  switch (base.kind) {
    case 'none':
      return [];
    case 'output':
      return existsSync(dir) ? readFolder(dir) : [];
    case 'folder': {
      const folder = join(base.folder, subfolder);
      return existsSync(folder) ? readFolder(folder) : [];
    }
    case 'commit':
      return readCommit(base, dir);
  }
}

function readFolder(folder: string): readonly BaseFile[] {
  const paths = filesIn(folder, '');
  const record = paths.includes(RECORD_NAME) ? readFileSync(join(folder, RECORD_NAME), 'utf8') : undefined;
  return manifestPaths(paths, record).map((path) => ({
    path: join(folder, path),
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

/** Without what is hidden and what is installed, which no output is. */
function filesIn(folder: string, prefix: string): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesIn(folder, `${path}/`);
    }
    return statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true ? [path] : [];
  });
}

function readCommit(
  { commit, name, root }: Extract<Base, { kind: 'commit' }>,
  dir: string,
): readonly BaseFile[] {
  const real = realPath(dir);
  if (!isWithin(real, root)) {
    throw new UsageError(`the output folder ${dir} is not in the repository ${root}`, [
      'name a folder to compare with',
    ]);
  }
  const folder = relative(root, real).split(sep).join('/');
  const prefix = folder === '' ? '' : `${folder}/`;
  const listed = git(
    ['ls-tree', '-r', '-z', commit, '--', ...(folder === '' ? [] : [`:(top,literal)${prefix}`])],
    root,
  );
  const ids = new Map<string, string>();
  for (const line of (listed ?? '').split('\0')) {
    // Symbolic links and submodules are no files.
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path?.startsWith(prefix)) ids.set(path.slice(prefix.length), id);
  }
  const recordId = ids.get(RECORD_NAME);
  const [record] = recordId === undefined ? [] : readBlobs([recordId], root);
  const paths = manifestPaths([...ids.keys()], record);
  const texts = readBlobs(
    paths.map((path) => ids.get(path) ?? ''),
    root,
  );
  return paths.map((path, index) => ({ path: `${name}:${prefix}${path}`, text: texts[index] ?? '' }));
}

/** With its symbolic links resolved as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), relative(parent, path));
}

function manifestPaths(paths: readonly string[], record: string | undefined): readonly string[] {
  const listed = record === undefined ? undefined : pathsInRecord(record);
  return paths
    .filter((path) => /\.(ya?ml|json)$/.test(path) && !/(^|\/)kustomization\.ya?ml$/.test(path))
    .filter((path) => listed === undefined || listed.has(path))
    .sort();
}

function pathsInRecord(record: string): { has: (path: string) => boolean } {
  try {
    return parseRecord(record);
  } catch (error) {
    if (!(error instanceof UnknownRecordVersion)) throw error;
    throw new UsageError(
      `\`${RECORD_NAME}\` has version ${error.version}, which this release of kubewright does not know`,
      ['use the release that wrote it, or a later one'],
    );
  }
}
