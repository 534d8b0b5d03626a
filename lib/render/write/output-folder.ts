import fs from 'node:fs';
import path from 'node:path';
import { RenderError } from '../render-error';
import { lstatIfAny } from './read-if-any';

/**
 * Makes sure that a folder may be rendered into, before anything is written: it is not the project's root or
 * above it, no file is in its way, it does not lead out of the project by a symlink, and it takes files.
 *
 * @param dir the output folder; need not exist
 * @param projectRoot the folder that holds the user's project
 * @returns its absolute path, symlinks resolved as far as it exists
 * @throws {@link RenderError}
 */
export function outputFolder(dir: string, projectRoot: string): string {
  const wanted = path.resolve(dir);
  const root = realPathOf(path.resolve(projectRoot));
  const existing = nearestExisting(wanted, dir);
  const real = path.join(realPathOf(existing), path.relative(existing, wanted));

  if (!fs.statSync(existing).isDirectory()) {
    const what = existing === wanted ? 'is a file' : `lies under \`${existing}\`, which is a file`;
    throw refuse(dir, what, 'name another folder, or move the file away');
  }
  if (isWithin(root, real)) {
    const what = root === real ? "is the project's root" : "contains the project's root";
    throw refuse(dir, what, 'name a folder for rendered files alone, such as `dist`');
  }
  const project = ['package.json', 'cdk8s.yaml'].find((name) => fs.existsSync(path.join(real, name)));
  if (project !== undefined) {
    const what = `is the root of a project: it holds \`${project}\``;
    throw refuse(dir, what, 'name a folder for rendered files alone, such as `dist`');
  }
  if (isWithin(wanted, path.resolve(projectRoot)) && !isWithin(real, root)) {
    const what = `leads out of the project by a symlink, to \`${real}\``;
    throw refuse(dir, what, 'remove the symlink, or name that folder itself');
  }
  return real;
}

/** Refuses a folder, existing or to be made, that takes no files. Asked only when there is something to write. */
export function assertWritable(real: string, dir: string): void {
  try {
    fs.accessSync(nearestExisting(real, dir), fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const what = code === 'EROFS' ? 'is on a read-only file system' : 'is read-only for this user';
    throw refuse(dir, what, 'make it writable, or name another folder');
  }
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  );
}

function nearestExisting(wanted: string, dir: string): string {
  for (let at = wanted; ; at = path.dirname(at)) {
    const stat = lstatIfAny(at);
    if (stat?.isSymbolicLink() && !fs.existsSync(at)) {
      const what = `leads over the symlink \`${at}\`, whose target does not exist`;
      throw refuse(dir, what, 'remove the symlink, or make its target');
    }
    if (stat || at === path.dirname(at)) return at;
  }
}

function realPathOf(existing: string): string {
  return fs.realpathSync.native(existing);
}

function refuse(dir: string, what: string, help: string): RenderError {
  return new RenderError([
    { title: `the output folder \`${dir}\` ${what}`, objects: [], files: [dir], help },
  ]);
}
