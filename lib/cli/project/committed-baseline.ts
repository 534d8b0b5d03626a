import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type ObjectSet } from '../../model/object-set';
import { type ExamineOptions, examine } from '../../render/write/examine';
import { baselineOf } from './baseline-of';
import { committedFiles } from './git';
import { type PlannedJob } from './planned-job';
import { shownPath } from './project';

/**
 * The objects that a plan changes or removes, as they were: as the last commit has them, or, outside of git, as they
 * lie in the output folder. Only files that are about to change are read as manifests: in the others nothing changes.
 *
 * @returns undefined when nothing changes, or nothing was there
 */
export function committedBaseline(
  { plan, job: { dir } }: PlannedJob,
  cwd: string,
  options: ExamineOptions,
): ObjectSet | undefined {
  if (!existsSync(dir)) return undefined;
  const root = realpathSync(dir);
  const { changed, stale } = examine(plan, root, options);
  const files = [...changed, ...stale].filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));
  if (files.length === 0) return undefined;
  const committed = committedFiles(
    root,
    files.map(({ path }) => path),
  );
  const shown = (path: string): string => join(shownPath(dir, cwd), path);
  return baselineOf(
    committed === undefined
      ? files.map(({ path, before }) => ({
          path: shown(path),
          text: Buffer.from(before ?? []).toString('utf8'),
        }))
      : [...committed].map(([path, text]) => ({ path: `HEAD:${shown(path)}`, text })),
  );
}
