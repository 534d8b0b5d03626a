import { join } from 'node:path';
import { CONFIG_NAMES } from '../project/load-config';
import { type Watched } from '../project/file-watcher';
import { type Project } from '../project/project';
import { type RenderJob } from '../project/render-job';
import { sourceFolders } from '../project/source-folders';

/**
 * What can change what a project renders, or mend what stops it.
 *
 * @param jobs - undefined if the last run failed
 * @param known - the files of the last run that did not
 */
export function whatToWatch(
  project: Project,
  jobs: readonly RenderJob[] | undefined,
  known: readonly string[],
  projectDir: string,
): Watched {
  const files = [
    ...project.files(),
    // They count as soon as they are there.
    join(projectDir, 'cdk8s.yaml'),
    join(projectDir, 'tsconfig.json'),
    ...CONFIG_NAMES.map((name) => join(projectDir, name)),
  ];
  // Nobody sees what a program in a process of its own reads.
  if (jobs !== undefined && project.isInProcess) return { files, folders: [] };
  // A module that is missing may come anywhere.
  const outputs = jobs?.map(({ dir }) => dir) ?? [];
  return { files: [...files, ...known], folders: sourceFolders(projectDir, outputs) };
}
