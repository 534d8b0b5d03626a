import { RenderError } from '../../render/render-error';
import { recordSources } from '../../source/record-sources';
import { patiently } from '../program/patiently';
import { type Project } from './project';
import { type RenderJob } from './render-job';

/**
 * Runs a project's program and renders what it makes. If that cannot be rendered, because two objects are one for
 * example, the program is run once more, with a note of where each construct is made: the error then shows the lines.
 * To note that in every run would cost every run.
 *
 * @throws what `load` of the project throws, and RenderError
 */
export async function renderWithPlaces<T>(
  project: Project,
  render: (jobs: readonly RenderJob[]) => T,
): Promise<T> {
  const jobs = await project.load();
  try {
    return patiently(() => render(jobs));
  } catch (error) {
    if (!(error instanceof RenderError) || !project.isInProcess || !lacksPlaces(error)) throw error;
    const stop = recordSources();
    try {
      render(await project.load());
    } finally {
      stop();
    }
    throw error;
  }
}

function lacksPlaces({ problems }: RenderError): boolean {
  return problems.some(({ objects }) => objects.some(({ span }) => span === undefined));
}
