import { type RenderInput } from '../../render/render-input';
import { type Manifest as ManifestFile } from '../program/spawned-program';
import { readEveryObject } from './read-objects';

/**
 * What a program in a process of its own wrote: each file counts as a chart.
 * @throws ProgramError that names the file and the place if one cannot be read
 */
export function manifestCharts(files: readonly ManifestFile[]): RenderInput {
  return {
    charts: files.map(({ path, text }) => ({
      name: path.replace(/(\.k8s)?\.ya?ml$/, ''),
      path,
      objects: readEveryObject(text, path).map((object, index) => ({ object, path: `${path}#${index}` })),
    })),
  };
}
