import { type App, type YamlOutputType } from 'cdk8s';
import { filePerChart } from '../../render/layouts/file-per-chart';
import { filePerObject } from '../../render/layouts/file-per-object';
import { folderPerChart } from '../../render/layouts/folder-per-chart';
import { type Layout } from '../../render/layouts/layout';
import { singleFile } from '../../render/layouts/single-file';
import { RenderError } from '../../render/render-error';
import { UsageError } from '../usage-error';

/** The layouts that `--layout` knows by name; anything else has to be a template of file names. */
export const LAYOUT_NAMES = ['file-per-chart', 'file-per-object', 'folder-per-chart', 'single-file'] as const;

const DEFAULT_EXTENSION = '.k8s.yaml';

/**
 * The layout that `--layout` asks for: a name, or a template such as `{namespace}/{kind}-{name}.yaml`.
 *
 * @throws UsageError if it is neither
 */
export function layoutNamed(wanted: string, extension: string = DEFAULT_EXTENSION): Layout {
  switch (wanted) {
    case 'file-per-chart':
      return filePerChart({ extension });
    case 'file-per-object':
      return filePerObject();
    case 'folder-per-chart':
      return folderPerChart();
    case 'single-file':
      return singleFile(`app${extension}`);
  }
  if (!wanted.includes('{')) {
    throw new UsageError(`unknown layout '${wanted}'`, [
      `the layouts are ${LAYOUT_NAMES.join(', ')}`,
      "or write a template of file names: --layout '{namespace}/{kind}-{name}.yaml'",
    ]);
  }
  try {
    return filePerObject({ template: wanted });
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    const [problem] = error.problems;
    throw new UsageError(
      problem?.title ?? error.message,
      error.problems.map(({ help }) => help),
    );
  }
}

/**
 * The layout that the Apps which render into one folder were made with (`yamlOutputType`, `outputFileExtension`).
 *
 * @throws RenderError if they were made with different ones
 */
export function layoutOfApps(apps: readonly App[], folder: string): Layout {
  const wanted = new Set(apps.map((app) => JSON.stringify(wantsOf(app))));
  if (wanted.size > 1) {
    throw new RenderError([
      {
        title: `several Apps render into \`${folder}\`, but not in one layout: ${apps.map((app) => wantsOf(app).join(' ')).join(', ')}`,
        objects: [],
        files: [],
        help: 'give each App an `outdir` of its own, or all the same `yamlOutputType` and `outputFileExtension`',
      },
    ]);
  }
  const [name, extension] = apps[0] === undefined ? ['file-per-chart'] : wantsOf(apps[0]);
  return layoutNamed(name, extension);
}

function wantsOf({ yamlOutputType, outputFileExtension }: App): readonly [name: string, extension: string] {
  return [OF_TYPE[yamlOutputType], outputFileExtension];
}

/** By the numbers of the enum: the module that holds it takes its time to load. */
const OF_TYPE: Readonly<Record<YamlOutputType, string>> = {
  0: 'single-file',
  1: 'file-per-chart',
  2: 'file-per-object',
  3: 'folder-per-chart',
};
