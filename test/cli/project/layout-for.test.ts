import { App, YamlOutputType } from 'cdk8s';
import { LAYOUT_NAMES, layoutNamed, layoutOfApps } from '../../../lib/cli/project/layout-for';
import { UsageError } from '../../../lib/cli/usage-error';
import { RenderError } from '../../../lib/render/render-error';

it('knows every layout by its name', () => {
  expect(LAYOUT_NAMES.map((name) => layoutNamed(name).name)).toEqual([...LAYOUT_NAMES]);
});

it.each([
  ['file-per-chrat', "unknown layout 'file-per-chrat'"],
  ['', "unknown layout ''"],
  ['toString', "unknown layout 'toString'"],
  ['{nmae}.yaml', 'has the unknown field `nmae`'],
  ['{name}', 'does not end in `.yaml`'],
  ['../{name}.yaml', 'is not a relative path'],
])('the layout %j is wrong usage', (layout, message) => {
  expect(() => layoutNamed(layout)).toThrow(UsageError);
  expect(() => layoutNamed(layout)).toThrow(message);
});

it.each([
  [YamlOutputType.FILE_PER_APP, 'single-file'],
  [YamlOutputType.FILE_PER_CHART, 'file-per-chart'],
  [YamlOutputType.FILE_PER_RESOURCE, 'file-per-object'],
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'folder-per-chart'],
])('an App made with yamlOutputType %d has the layout %s', (yamlOutputType, name) => {
  expect(layoutOfApps([new App({ yamlOutputType })], 'dist').name).toBe(name);
});

it('Apps that share a folder have to agree', () => {
  const apps = [new App(), new App({ outputFileExtension: '.yaml' })];
  expect(() => layoutOfApps(apps, 'dist')).toThrow(RenderError);
  expect(() => layoutOfApps(apps, 'dist')).toThrow(
    'several Apps render into `dist`, but not in one layout: file-per-chart .k8s.yaml, file-per-chart .yaml',
  );
  expect(layoutOfApps([new App(), new App()], 'dist').name).toBe('file-per-chart');
});
