import fc from 'fast-check';
import { parseShard, selectCharts, selectFiles } from '../../../lib/cli/project/select-files';
import { UsageError } from '../../../lib/cli/usage-error';
import { type Plan } from '../../../lib/render/plan';

const chart = (path: string, name = path.replaceAll('/', '-')) => ({ path, name, objects: [] });
const CHARTS = [chart('web'), chart('shop'), chart('shop/cart', 'shop-cart-c8a3'), chart('shopping')];

function planOf(charts: readonly string[]): Plan {
  return {
    layout: 'file-per-chart',
    notes: [],
    files: charts.map((name, i) => ({
      path: `${String(i)}.yaml`,
      bytes: new Uint8Array(),
      objects:
        name === ''
          ? []
          : [{ group: '', kind: 'ConfigMap', namespace: '', name: 'a', chart: name, path: name }],
    })),
  };
}

describe('selectCharts', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], ['web', 'shop', 'shop/cart', 'shopping']],
    [['web'], ['web']],
    [['shop'], ['shop', 'shop/cart']],
    [['shop/'], ['shop', 'shop/cart']],
    [['shop/cart'], ['shop/cart']],
    [
      ['shop-cart-c8a3', 'web'],
      ['web', 'shop/cart'],
    ],
  ])('%j are %j', (only, paths) => {
    const chosen = selectCharts(only, CHARTS);
    expect(CHARTS.filter((one) => chosen.has(one)).map(({ path }) => path)).toEqual(paths);
  });

  it.each(['sho', 'shop/car', '', '/'])('knows no chart %j', (name) => {
    expect(() => selectCharts([name], CHARTS)).toThrow(UsageError);
  });
});

describe('selectFiles', () => {
  it('takes files with an object of the charts', () => {
    const plan = planOf(['web', 'shop', 'web', '']);
    const paths = (only: readonly string[]) =>
      selectFiles(plan, selectCharts(only, CHARTS), undefined).files.map(({ path }) => path);
    expect(paths(['web'])).toEqual(['0.yaml', '2.yaml']);
    expect(selectFiles(plan, undefined, undefined).files).toHaveLength(4);
  });

  it('puts every file into exactly one shard, and evenly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 }), (size, count) => {
        const plan = planOf(Array.from({ length: size }, () => 'web'));
        const shards = Array.from({ length: count }, (_, i) =>
          selectFiles(plan, undefined, { index: i + 1, count }).files.map(({ path }) => path),
        );
        expect(shards.flat().sort()).toEqual(plan.files.map(({ path }) => path).sort());
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('parseShard', () => {
  it('reads i/n', () => {
    expect(parseShard('2/12')).toEqual({ index: 2, count: 12 });
  });

  it.each(['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2', ' 1/2', ''])('refuses %j', (shard) => {
    expect(() => parseShard(shard)).toThrow(UsageError);
  });
});
