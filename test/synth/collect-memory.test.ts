import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { ConfigMap, Deployment, Ingress, IngressBackend, k8s } from 'cdk8s-plus-28';
import fc from 'fast-check';

import { plan } from '../../lib/render/plan';
import { PlanMemory } from '../../lib/render/plan-memory';
import { collect } from '../../lib/synth/collect';
import { CollectMemory } from '../../lib/synth/collect-memory';
import { type CollectedApp } from '../../lib/synth/collected-app';
import { toRenderInput } from '../../lib/synth/to-render-input';

type Scalar = string | number | boolean | null;

interface ObjectRecipe {
  readonly kind: 'plain' | 'patched' | 'config' | 'web' | 'l1' | 'own';
  readonly text: string;
  readonly value: Scalar | Readonly<Record<string, Scalar>> | readonly Scalar[];
}

interface ChartRecipe {
  readonly overrides: boolean;
  readonly objects: readonly ObjectRecipe[];
}

/** A class of the user's, whose `toJson` adds what nothing else tells. */
class Counted extends ApiObject {
  override toJson(): unknown {
    return { ...(super.toJson() as object), counted: counter++ };
  }
}
let counter = 0;

/** A chart that changes what its objects gave. */
class Stamping extends Chart {
  override toJson(): unknown[] {
    const objects = super.toJson() as { stamped?: number }[];
    for (const object of objects) object.stamped = (object.stamped ?? 0) + 1;
    return objects;
  }
}

function make(chart: Chart, id: string, { kind, text, value }: ObjectRecipe): void {
  const metadata = { name: id, labels: { text, ['__proto__']: 'x' } };
  switch (kind) {
    case 'plain':
    case 'patched': {
      const object = new ApiObject(chart, id, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata,
        data: Lazy.any({
          produce: () => ({ b: value, a: text, [text]: 1, nested: { list: [value, { text }] } }),
        }) as unknown,
      });
      if (kind === 'patched') object.addJsonPatch(JsonPatch.add('/patched', { text }));
      break;
    }
    case 'own':
      new Counted(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
      break;
    case 'config':
      new ConfigMap(chart, id, { data: { text, value: JSON.stringify(value) } });
      break;
    case 'l1':
      new k8s.KubeService(chart, id, {
        metadata,
        spec: {
          ports: [{ port: text.length + 1, targetPort: k8s.IntOrString.fromString(`p${text.length}`) }],
        },
      });
      break;
    case 'web': {
      const web = new Deployment(chart, id, {
        containers: [{ image: `web:${text.length}`, portNumber: 80 }],
      });
      const service = web.exposeViaService({ ports: [{ port: 80, targetPort: 80 }] });
      new Ingress(chart, `${id}-in`, {
        rules: [{ host: 'a.b', backend: IngressBackend.fromService(service) }],
      });
    }
  }
}

function build(charts: readonly ChartRecipe[]): App {
  const app = new App();
  for (const [i, { overrides, objects }] of charts.entries()) {
    const props = { namespace: `space-${i}` };
    const chart = overrides ? new Stamping(app, `chart-${i}`, props) : new Chart(app, `chart-${i}`, props);
    for (const [j, recipe] of objects.entries()) make(chart, `o${j}`, recipe);
  }
  return app;
}

const scalar = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom(0, -0, 1, 1.5),
  fc.boolean(),
  fc.constant(null),
);
const object: fc.Arbitrary<ObjectRecipe> = fc.record({
  kind: fc.constantFrom('plain', 'plain', 'patched', 'config', 'web', 'l1', 'own'),
  text: fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', 'toString', 'a', 'nested')),
  value: fc.oneof(
    scalar,
    fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), scalar, { noNullPrototype: true }),
    fc.array(scalar),
  ),
});
const chart: fc.Arbitrary<ChartRecipe> = fc.record({
  overrides: fc.boolean(),
  objects: fc.array(object, { maxLength: 3 }),
});
/** A program, and what it becomes by one edit after another, each of one chart. */
const edits = fc.record({
  first: fc.array(chart, { minLength: 1, maxLength: 3 }),
  next: fc.array(fc.record({ at: fc.nat({ max: 3 }), chart }), { maxLength: 5 }),
});

function texts(collected: CollectedApp): readonly string[] {
  return collected.charts.map(({ name, path, objects }) =>
    JSON.stringify([
      name,
      path,
      objects.map(({ object: json, path: at, construct }) => [json, at, construct.node.path]),
    ]),
  );
}

function files(collected: CollectedApp, memory?: PlanMemory): readonly (readonly [string, string])[] {
  const made = plan(toRenderInput([collected]), memory && { memory });
  return made.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()] as const);
}

test('what a program is collected to and rendered to after any edits is what a fresh process makes of it', () => {
  fc.assert(
    fc.property(edits, ({ first, next }) => {
      const [memory, plans] = [new CollectMemory(), new PlanMemory()];
      const charts = [...first];
      for (const edit of [undefined, ...next]) {
        if (edit !== undefined) charts[Math.min(edit.at, charts.length)] = edit.chart;
        counter = 0;
        const fresh = collect(build(charts));
        counter = 0;
        const again = collect(build(charts), memory);
        expect(texts(again)).toEqual(texts(fresh));
        expect(files(again, plans)).toEqual(files(fresh));
      }
    }),
    { numRuns: 200 },
  );
});

const recipe = (kind: ObjectRecipe['kind'], text = 'same'): ObjectRecipe => ({
  kind,
  text,
  value: [1, { x: 2 }] as never,
});

test.each(['plain', 'config', 'web', 'l1'] as const)(
  'an object of the kind %s that comes out the same is the same',
  (kind) => {
    const memory = new CollectMemory();
    const run = (text: string) =>
      collect(build([{ overrides: false, objects: [recipe(kind), recipe('plain', text)] }]), memory)
        .charts.flatMap(({ objects }) => objects)
        .map(({ object: json }) => json);
    const before = run('first');
    const after = run('second');
    expect(after.slice(0, -1).every((json, at) => json === before[at])).toBe(true);
    expect(after.at(-1)).not.toBe(before.at(-1));
  },
);

test('what a class of the user gives is never taken from memory', () => {
  const memory = new CollectMemory();
  const run = () =>
    collect(build([{ overrides: false, objects: [recipe('own')] }]), memory).charts[0]?.objects[0];
  counter = 0;
  expect([run()?.object, run()?.object]).toMatchObject([{ counted: 0 }, { counted: 1 }]);
});

test('a token is produced once a run, also of an object that changed', () => {
  const memory = new CollectMemory();
  const runs: number[] = [];
  for (const value of [1, 1, 2]) {
    let produced = 0;
    const app = new App();
    new k8s.KubeConfigMap(new Chart(app, 'web'), 'config', {
      data: Lazy.any({ produce: () => ({ run: String(value), produced: String(++produced) }) }) as never,
    });
    expect(collect(app, memory).charts[0]?.objects[0]?.object).toMatchObject({ data: { produced: '1' } });
    runs.push(produced);
  }
  expect(runs).toEqual([1, 1, 1]);
});

test('a run that failed leaves the memory of the one before', () => {
  const memory = new CollectMemory();
  const good = () => collect(build([{ overrides: false, objects: [recipe('plain')] }]), memory);
  const [before] = good().charts;
  const broken = new App();
  const chartOf = new Chart(broken, 'chart-0');
  make(chartOf, 'o0', recipe('plain', 'other'));
  new ApiObject(chartOf, 'bad', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: Lazy.any({ produce: () => fail() }) as unknown,
  });
  expect(() => collect(broken, memory)).toThrow('no data');
  expect(good().charts[0]?.objects[0]?.object).toBe(before?.objects[0]?.object);
});

function fail(): never {
  throw new Error('no data');
}
