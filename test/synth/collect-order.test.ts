import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';

import { collect } from '../../lib/synth/collect';
import { appPlans, buildPlan } from './random-app';
import { asFiles, stockSynth, type Yield } from './stock-synth';

type Outcome = Yield | 'cycle' | 'no chart';

function outcome(run: () => Yield): Outcome {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Dependency cycle detected')) return 'cycle';
    if (/cannot find a parent chart|is in no chart/.test(message)) return 'no chart';
    throw error;
  }
}

function expectAsStock(build: (app: App) => void): void {
  const app = new App();
  build(app);
  expect(asFiles(collect(app))).toEqual(stockSynth(build));
}

function object(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
}

function names(app: App): Record<string, readonly string[]> {
  const entries = collect(app).charts.map(({ path, objects }) => [
    path,
    objects.map(({ construct }) => construct.node.id),
  ]);
  return Object.fromEntries(entries) as Record<string, readonly string[]>;
}

test('random trees yield the files of App.synth, or fail for the same reason', () => {
  fc.assert(
    fc.property(appPlans(), (plan) => {
      const app = new App();
      buildPlan(app, plan);
      const ours = outcome(() => asFiles(collect(app)));
      const stock = outcome(() => stockSynth((other) => buildPlan(other, plan)));
      expect(ours).toEqual(stock);
      const again = outcome(() => asFiles(collect(app)));
      expect(again).toEqual(ours);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a chart that depends on its own object puts it before the others', () => {
  const build = (app: App): void => {
    const chart = new Chart(app, 'chart');
    object(chart, 'first');
    const namespace = object(chart, 'namespace');
    object(chart, 'last');
    chart.addDependency(namespace);
  };
  expectAsStock(build);
  const app = new App();
  build(app);
  expect(names(app)).toEqual({ chart: ['namespace', 'first', 'last'] });
});

test('an object that depends on the construct around it comes after its siblings', () => {
  expectAsStock((app) => {
    const chart = new Chart(app, 'chart');
    const group = new Construct(chart, 'group');
    const first = object(group, 'first');
    object(group, 'second');
    first.addDependency(group);
    object(chart, 'outside').addDependency(group);
  });
});

test('charts with integer-like ids come first, in ascending order', () => {
  expectAsStock((app) => {
    const group = new Construct(app, '7');
    for (const scope of [app, group]) {
      for (const id of ['b', '10', '9', '01', '4294967294', '4294967295', 'a'])
        object(new Chart(scope, id), 'o');
    }
  });
});

test('an object of a nested chart that comes after one around it moves that one ahead', () => {
  expectAsStock((app) => {
    const chart = new Chart(app, 'chart');
    const inner = object(new Chart(new Construct(chart, 'group'), 'nested'), 'inner');
    object(chart, 'first');
    inner.addDependency(object(chart, 'second'));
  });
});

test('what has taken the place of a removed construct is depended on instead', () => {
  expectAsStock((app) => {
    const chart = new Chart(app, 'chart');
    const user = object(chart, 'user');
    const removed = new Construct(chart, 'removed');
    object(removed, 'object');
    user.node.addDependency(removed);
    chart.node.tryRemoveChild('removed');
    const replacement = new Construct(chart, 'removed');
    object(replacement, 'only in the replacement');
    object(replacement, 'object');

    const gone = object(chart, 'gone');
    user.addDependency(gone);
    chart.node.tryRemoveChild('gone');
  });
});

test('each chart of a long chain comes after the one that it depends on, at any length', () => {
  const app = new App();
  const charts = Array.from({ length: 6000 }, (_, i) => {
    const chart = new Chart(app, `chart-${i}`);
    object(chart, 'object');
    return chart;
  });
  for (const [i, chart] of charts.entries()) {
    const next = charts[i + 1];
    if (next !== undefined) chart.addDependency(next);
  }
  const { charts: collected, hasDependantCharts } = collect(app);
  expect(hasDependantCharts).toBe(true);
  expect(collected.map(({ construct }) => construct)).toEqual(charts.toReversed());
});

test('a chain of charts with many objects ends, and keeps the order of each chart', () => {
  const app = new App();
  const charts = Array.from({ length: 5 }, (_, i) => new Chart(app, `chart-${i}`));
  const ids = Array.from({ length: 100 }, (_, i) => `object-${i}`);
  for (const [i, chart] of charts.entries()) {
    for (const id of ids) object(chart, id);
    const next = charts[i + 1];
    if (next !== undefined) chart.addDependency(next);
  }
  const paths = ['chart-4', 'chart-3', 'chart-2', 'chart-1', 'chart-0'];
  expect(Object.entries(names(app))).toEqual(paths.map((path) => [path, ids]));
});

test('a chart that depends on a large one does not cost their product', () => {
  const app = new App();
  const large = new Chart(app, 'large');
  const user = new Chart(app, 'user');
  // Their product is 400 million.
  for (let i = 0; i < 20_000; i++) {
    object(large, `object-${i}`);
    object(user, `object-${i}`).addDependency(large);
  }
  user.addDependency(large);
  expect(collect(app).charts.map(({ path, objects }) => [path, objects.length])).toEqual([
    ['large', 20_000],
    ['user', 20_000],
  ]);
}, 60_000);

test('deeply nested constructs and charts do not overflow the stack', () => {
  const app = new App();
  let scope: Construct = new Chart(app, 'chart');
  for (let i = 0; i < 1500; i++) {
    scope = i % 2 === 0 ? new Construct(scope, 'c') : new Chart(scope, 'c');
    object(scope, 'o');
  }
  const { charts } = collect(app);
  expect(charts).toHaveLength(751);
  expect(charts.every(({ objects }) => objects.length > 0)).toBe(true);
});
