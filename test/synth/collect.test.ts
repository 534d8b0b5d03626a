import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  ApiObject,
  App,
  type AppProps,
  Chart,
  Cron,
  Include,
  JsonPatch,
  Lazy,
  type ResolutionContext,
} from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { collect } from '../../lib/synth/collect';
import { asFiles, readStock, stockSynth } from './stock-synth';

/** Objects, files and order of keys are those of cdk8s, twice, and cdk8s still works after. */
function expectAsStock(build: (app: App) => void, props: AppProps = {}): void {
  const stock = stockSynth(build, props);
  const outdir = mkdtempSync(join(tmpdir(), 'collect-'));
  try {
    const app = new App({ ...props, outdir });
    build(app);
    const first = collect(app);
    expect(asFiles(first)).toEqual(stock);
    expect(JSON.stringify(asFiles(collect(app)))).toBe(JSON.stringify(asFiles(first)));
    expect(readStock(app)).toEqual(stock);
    for (const { construct, objects } of first.charts) {
      const keys = construct.toJson().map((json) => JSON.stringify(json));
      expect(objects.map(({ object }) => JSON.stringify(object))).toEqual(keys);
    }
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** A lazy value, without the `any` that cdk8s types it with. */
function lazy(produce: () => unknown): unknown {
  return Lazy.any({ produce });
}

function configMap(scope: Construct, id: string, data: unknown = { id }): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data });
}

/** Every kind of L2 that lets its spec be produced late. */
function platform(app: App): void {
  const chart = new Chart(app, 'web', { namespace: 'shop', labels: { team: 'web' } });
  const config = new kplus.ConfigMap(chart, 'config', { data: { LEVEL: 'info' } });
  const secret = new kplus.Secret(chart, 'secret', { stringData: { token: 'none' } });
  const account = new kplus.ServiceAccount(chart, 'account');
  const deployment = new kplus.Deployment(chart, 'web', {
    serviceAccount: account as kplus.IServiceAccount,
    podMetadata: { annotations: { note: 'pod' } },
    containers: [
      {
        image: 'nginx:1.27',
        portNumber: 8080,
        envVariables: {
          LEVEL: kplus.EnvValue.fromValue('info'),
          TOKEN: kplus.EnvValue.fromSecretValue({ secret: secret as kplus.ISecret, key: 'token' }),
        },
        liveness: kplus.Probe.fromHttpGet('/live', { port: 8080 }),
        volumeMounts: [
          {
            path: '/config',
            volume: kplus.Volume.fromConfigMap(chart, 'volume', config as kplus.IConfigMap),
          },
        ],
      },
    ],
  });
  const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
  new kplus.Ingress(chart, 'ingress', {
    rules: [
      { host: 'shop.example.com', path: '/b', backend: kplus.IngressBackend.fromService(service) },
      { host: 'shop.example.com', path: '/a', backend: kplus.IngressBackend.fromService(service) },
    ],
  });
  new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
    target: deployment,
    maxReplicas: 5,
    metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  });

  const data = new Chart(app, 'data');
  const database = new kplus.StatefulSet(data, 'database', {
    service: new kplus.Service(data, 'service', { ports: [{ port: 5432 }] }),
    containers: [{ image: 'postgres:17', portNumber: 5432 }],
  });
  new kplus.DaemonSet(data, 'agent', { containers: [{ image: 'agent:1' }] });
  new kplus.CronJob(data, 'backup', {
    schedule: Cron.daily(),
    containers: [{ image: 'backup:1' }],
  });
  const role = new kplus.Role(data, 'role');
  role.allowRead(kplus.ApiResource.PODS);
  role.bind(account);
  deployment.connections.allowTo(database);
  chart.addDependency(data);
}

describe('collect yields what App.synth does', () => {
  test('for L2 constructs of cdk8s-plus', () => {
    expectAsStock(platform);
  });

  test('for L1 constructs, whose classes take unions apart', () => {
    expectAsStock((app) => {
      const chart = new Chart(app, 'chart');
      new kplus.k8s.KubeService(chart, 'service', {
        spec: {
          ports: [{ port: 80, targetPort: kplus.k8s.IntOrString.fromString('http') }],
          externalIPs: [],
        },
      });
      new kplus.k8s.KubeResourceQuota(chart, 'quota', {
        spec: { hard: { 'requests.cpu': kplus.k8s.Quantity.fromNumber(2) } },
      });
    });
  });

  test('for manifests that are included', () => {
    const folder = mkdtempSync(join(tmpdir(), 'include-'));
    const url = join(folder, 'manifest.yaml');
    writeFileSync(
      url,
      [
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {}, finalizers: []}\ndata: {z: "1", a: "2", "10": x}',
        'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Pod}, null, 0o17]',
        'apiVersion: v1\nkind: Secret\nmetadata: {namespace: n, annotations: {empty: ""}}\nstringData: null\n',
      ].join('\n---\n'),
    );
    try {
      expectAsStock((app) => {
        const chart = new Chart(app, 'chart', { namespace: 'default', labels: { a: 'b' } });
        new Include(chart, 'include', { url });
        configMap(chart, 'after').addDependency(configMap(chart, 'before'));
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('for nulls, empty values and keys out of order', () => {
    expectAsStock((app) => {
      const chart = new Chart(app, 'chart', { labels: { z: 'z', a: 'a' } });
      new ApiObject(chart, 'object', {
        kind: 'Odd',
        apiVersion: 'example.com/v1',
        z: null,
        b: { é: 1, z: 2, Z: 3, _: 4, '10': 5, '9': 6, constructorName: '' },
        list: [null, undefined, [], {}, [null], { deep: [{ b: null, a: undefined }] }],
        flags: [false, 0, '', -0.5],
        metadata: {
          annotations: {},
          finalizers: [],
          ownerReferences: [],
          extra: { empty: {}, list: [] },
        },
      });
    });
  });

  test('for tokens: lazy values, implicit ones, and such that yield each other', () => {
    class Token {
      constructor(private readonly value: unknown) {}
      resolve(): unknown {
        return this.value;
      }
    }
    class Union {
      constructor(readonly value: string | number) {}
    }
    expectAsStock((app) => {
      const chart = new Chart(app, 'chart');
      const late: string[] = [];
      const object = configMap(chart, 'object', {
        lazy: lazy(() => ({ list: late, token: new Token([lazy(() => 1)]) })),
        implicit: new Token(new Token('text')),
        nothing: lazy(() => undefined),
        union: new Union('50%'),
        plain: { value: 'kept' },
      });
      object.metadata.addLabel('late', lazy(() => 'label') as string);
      object.metadata.addAnnotation('note', 'added');
      object.metadata.add(
        'clusterName',
        lazy(() => 'c1'),
      );
      late.push('b', 'a');
    });
  });

  test('for producers that depend on having run in the order of the keys as written', () => {
    expectAsStock((app) => {
      let count = 0;
      const next = lazy(() => (count++ % 3) + 1);
      configMap(new Chart(app, 'chart'), 'object', { c: next, a: next, b: next });
    });
  });

  test('for JSON patches', () => {
    expectAsStock((app) => {
      const object = configMap(new Chart(app, 'chart'), 'object', { a: { b: [1, 2] } });
      object.addJsonPatch(
        JsonPatch.add('/data/a/b/-', { z: 1, a: null }),
        JsonPatch.remove('/metadata/name'),
      );
      object.addJsonPatch(JsonPatch.replace('/kind', 'Patched'), JsonPatch.add('/aFirst', true));
    });
  });

  test("for the app's own resolvers, which see every value with its key", () => {
    const seen: string[] = [];
    const resolver = {
      resolve(context: ResolutionContext): void {
        seen.push(context.key.join('.'));
        if (typeof context.value === 'string' && context.value.startsWith('vault:')) {
          context.replaceValue({ from: context.value.slice(6), by: context.obj.node.path });
        }
      },
    };
    expectAsStock(
      (app) => {
        const chart = new Chart(app, 'chart');
        configMap(chart, 'object', { password: 'vault:db', list: [lazy(() => 'vault:x')] });
        new kplus.ConfigMap(chart, 'l2', { data: { a: 'b' } });
      },
      { resolvers: [resolver] },
    );
    expect(seen).toContain('data.list.0');
  });

  test('for charts in constructs and in charts', () => {
    expectAsStock((app) => {
      const tenants = new Construct(app, 'tenants');
      for (const id of ['a', 'b']) {
        const tenant = new Chart(tenants, id, { namespace: id });
        configMap(tenant, 'quota');
        const nested = new Chart(tenant, 'nested', { labels: { nested: 'yes' } });
        configMap(nested, 'object').addDependency(configMap(new Construct(nested, 'c'), 'first'));
        configMap(tenant, 'last');
      }
    });
  });

  test('for classes that override toJson or generateObjectName', () => {
    class Named extends Chart {
      override generateObjectName(apiObject: ApiObject): string {
        return `named-${apiObject.node.id}`;
      }
    }
    class Labelled extends Named {
      override toJson(): unknown[] {
        const copies = super.toJson().map((json: object) => ({ ...json, extra: undefined }));
        return [
          { apiVersion: 'v1', kind: 'Added', metadata: { name: 'added' } },
          ...copies.slice(1),
          undefined,
        ];
      }
    }
    class Doubled extends ApiObject {
      override toJson(): unknown {
        return { ...(super.toJson() as object), doubled: [null, { a: 1 }] };
      }
    }
    const build = (app: App): void => {
      const chart = new Labelled(app, 'chart');
      for (const id of ['a', 'b', 'c']) new Doubled(chart, id, { apiVersion: 'v1', kind: 'ConfigMap' });
    };
    const app = new App();
    build(app);
    const [chart] = collect(app).charts;
    const stock = stockSynth(build).files.chart?.filter((json) => json !== null);
    expect(chart?.objects.map(({ object }) => object)).toEqual(stock);
    expect(chart?.objects.map(({ path }) => path)).toEqual(['chart', 'chart/b', 'chart/c']);
    // The stock `super.toJson()` would have written into the tree.
    expect(app.node.findAll().flatMap((construct) => construct.node.dependencies)).toEqual([]);
  });
});

test('the reference platform yields what it does with cdk8s', () => {
  const apps: App[] = [];
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    apps.push(this);
  });
  jest.requireActual('../../main');
  synth.mockRestore();
  const [app] = apps;
  if (app === undefined) throw new Error('main.ts synthesizes no app');
  const ours = collect(app);
  // The first toJson writes into the tree what the order of the charts depends on.
  app.charts[0]?.toJson();
  const stock = app.charts.map((chart) => [chart.node.path, chart.toJson()]);
  expect(ours.charts.map(({ path, objects }) => [path, objects.map(({ object }) => object)])).toEqual(stock);
});

test('the tree is left as it was', () => {
  const app = new App();
  platform(app);
  const dependencies = (): unknown =>
    app.node.findAll().map((construct) => construct.node.dependencies.map((on) => on.node.path));
  const before = dependencies();
  collect(app);
  expect(dependencies()).toEqual(before);
});

test('each object comes with the construct and the path that made it', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const group = new Construct(chart, 'group');
  const object = configMap(group, 'object');
  const collected = collect(app);
  expect(collected.hasDependantCharts).toBe(false);
  expect(collected.charts[0]).toMatchObject({ name: 'chart', path: 'chart' });
  expect(collected.charts[0]?.construct).toBe(chart);
  expect(collected.charts[0]?.objects[0]?.path).toBe('chart/group/object');
  expect(collected.charts[0]?.objects[0]?.construct).toBe(object);
});

test('a token may render another object or chart, or collect another app', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const other = new Chart(app, 'other');
  const source = configMap(other, 'source', { lazy: lazy(() => 'late') });
  const inner = new App();
  configMap(new Chart(inner, 'inner'), 'object');
  const toJson = jest.spyOn(source, 'toJson');
  const object = configMap(chart, 'object', {
    object: lazy(() => (source.toJson() as { data: unknown }).data),
    chart: lazy(() => other.toJson().length),
    app: lazy(() => collect(inner).charts.length),
    foreign: lazy(() => inner.charts[0]?.toJson().length),
  });
  expect(collect(app).charts[0]?.objects[0]?.object.data).toEqual({
    app: 1,
    chart: 1,
    foreign: 1,
    object: { lazy: 'late' },
  });
  expect(toJson).toHaveBeenCalledTimes(3);
  expect(object.node.dependencies).toEqual([]);
});

test('the key that would set a prototype is a key like any other', () => {
  const app = new App();
  const data: unknown = JSON.parse('{"__proto__": "kept", "a": {"__proto__": {"b": "c"}}}');
  new ApiObject(new Chart(app, 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', data });
  expect(JSON.stringify(collect(app).charts[0]?.objects[0]?.object.data)).toBe(JSON.stringify(data));
});

test('no environment variable changes the order of keys', () => {
  const app = new App();
  configMap(new Chart(app, 'chart'), 'object', { b: 1, a: 2 });
  process.env.CDK8S_DISABLE_SORT = 'yes';
  try {
    expect(JSON.stringify(collect(app).charts[0]?.objects[0]?.object.data)).toBe('{"a":2,"b":1}');
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});
