import { type App, type YamlOutputType } from 'cdk8s';
import { filePerChart } from '../../render/layouts/file-per-chart';
import { filePerObject } from '../../render/layouts/file-per-object';
import { folderPerChart } from '../../render/layouts/folder-per-chart';
import { type Layout } from '../../render/layouts/layout';
import { singleFile } from '../../render/layouts/single-file';
import { UsageError } from '../usage-error';

/** The layouts that `--layout` knows by name; anything else has to be a template of file names. */
export const LAYOUT_NAMES = ['file-per-chart', 'file-per-object', 'folder-per-chart'] as const;

/**
 * The layout that was asked for, else the one that the App was made with (`yamlOutputType`).
 *
 * @param wanted - the value of `--layout`: a name, or a template such as `{namespace}/{kind}-{name}.yaml`
 * @throws UsageError if it is neither
 */
export function layoutFor(wanted: string | undefined, app: App | undefined): Layout {
  const extension = app?.outputFileExtension;
  const perChart = (): Layout => filePerChart(extension === undefined ? {} : { extension });
  switch (wanted ?? OF_TYPE[app?.yamlOutputType ?? (1 satisfies YamlOutputType.FILE_PER_CHART)]) {
    case 'file-per-chart':
      return perChart();
    case 'file-per-object':
      return filePerObject();
    case 'folder-per-chart':
      return folderPerChart();
    case 'single-file':
      return singleFile(`app${extension ?? '.k8s.yaml'}`);
  }
  if (wanted?.includes('{')) return filePerObject({ template: wanted });
  throw new UsageError(`unknown layout '${wanted ?? ''}'`, [
    `the layouts are ${LAYOUT_NAMES.join(', ')}`,
    "or write a template of file names: --layout '{namespace}/{kind}-{name}.yaml'",
  ]);
}

/** By the numbers of the enum: the module that holds it takes its time to load. */
const OF_TYPE: Readonly<Record<YamlOutputType, string>> = {
  0: 'single-file',
  1: 'file-per-chart',
  2: 'file-per-object',
  3: 'folder-per-chart',
};
