import { objectsThatDiffer } from '../../../lib/cli/project/objects-that-differ';
import { type PlannedJob } from '../../../lib/cli/project/planned-job';
import { filePerChart } from '../../../lib/render/layouts/file-per-chart';
import { plan } from '../../../lib/render/plan';
import { type RenderChart } from '../../../lib/render/render-input';

const chart = (name: string, data: Readonly<Record<string, string>>, path = name): RenderChart => ({
  name,
  path,
  objects: Object.entries(data).map(([key, value]) => ({
    path: `${path}/${key}`,
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: key }, data: { value } },
  })),
});

const rendered = (dir: string, ...charts: readonly RenderChart[]): PlannedJob => {
  const layout = filePerChart();
  return {
    job: { dir, subfolder: '', apps: [], input: { charts }, layout },
    plan: plan({ charts }, { layout }),
  };
};

const names = (objects: readonly { readonly metadata: { readonly name: string } }[]) =>
  objects.map(({ metadata }) => metadata.name);

test('what lies in files with the same bytes is left out of both sides', () => {
  const same = chart('same', { a: '1', b: '2' });
  const { before, after } = objectsThatDiffer(
    [rendered('/dist', same, chart('web', { c: '3', d: '4' }))],
    [rendered('/dist', same, chart('web', { c: '3', d: '5', e: '6' }))],
  );
  expect([names(before), names(after)]).toEqual([
    ['c', 'd'],
    ['c', 'd', 'e'],
  ]);
});

test('files that came and went count', () => {
  const { before, after } = objectsThatDiffer(
    [rendered('/dist', chart('old', { a: '1' }))],
    [rendered('/dist', chart('new', { a: '1' }))],
  );
  expect([names(before), names(after)]).toEqual([['a'], ['a']]);
});

test('constructs of one path in two folders stay on both sides or on none', () => {
  const [one, two] = [chart('web', { a: '1' }), chart('web', { a: '2' })];
  const { before, after } = objectsThatDiffer(
    [rendered('/one', one), rendered('/two', two)],
    [rendered('/one', one), rendered('/two', chart('web', { a: '3' }))],
  );
  expect([names(before), names(after)]).toEqual([
    ['a', 'a'],
    ['a', 'a'],
  ]);
});
