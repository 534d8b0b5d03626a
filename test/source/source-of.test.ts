import { ApiObject, App, Chart, Helm, Include } from 'cdk8s';
import { ConfigMap, Deployment } from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import { WebService } from '../../lib/patterns/web-service';
import { recordSources } from '../../lib/source/record-sources';
import { sourceOf } from '../../lib/source/source-of';

const FILE = 'test/source/source-of.test.ts';
const ROOT = join(__dirname, '../..');
const lines = readFileSync(__filename, 'utf8').split('\n');

/** The line of this file that ends in the marker `// @name`, and the column of `token` in it. */
function place(name: string, token = 'new '): { file: string; line: number; column: number } {
  const index = lines.findIndex((line) => line.endsWith(`// @${name}`));
  const column = lines[index]?.indexOf(token) ?? -1;
  if (index < 0 || column < 0) throw new Error(`no ${token} at @${name}`);
  return { file: FILE, line: index + 1, column: column + 1 };
}

const span = (construct: IConstruct | undefined) => construct && sourceOf(construct, ROOT);
type Made = new (scope: Construct, id: string) => Construct;

const containers = [{ image: 'nginx', portNumber: 80 }];
const thing = { apiVersion: 'example.com/v1', kind: 'Thing' };

describe('while sources are recorded', () => {
  let stop: () => void;
  let app: App;
  let chart: Chart;

  beforeEach(() => {
    stop = recordSources();
    app = new App();
    chart = new Chart(app, 'chart'); // @chart
  });

  afterEach(() => stop());

  it('gives the `new` of a plain ApiObject and of a chart', () => {
    const object = new ApiObject(chart, 'a', thing); // @plain
    expect(span(object)).toEqual(place('plain'));
    expect(span(chart)).toEqual(place('chart'));
  });

  it('gives an object inside a library construct the line of the outermost library `new`', () => {
    const deployment = new Deployment(chart, 'web', { containers }); // @deployment
    expect(span(deployment)).toEqual(place('deployment'));
    expect(span(ApiObject.of(deployment))).toEqual(place('deployment'));
  });

  it('gives the call into the library when no `new` of the user made the object', () => {
    const deployment = new Deployment(chart, 'web', { containers });
    const service = deployment.exposeViaService(); // @expose
    expect(span(ApiObject.of(service))).toEqual(place('expose', 'exposeViaService'));
  });

  it('gives every object of a pattern of ours the line of the pattern', () => {
    const ingress = { hosts: { 'a.example': { '/': 'http' } } } as const;
    const options = { image: 'nginx:1.27', replicas: 2, ports: { http: 8080 }, ingress };
    const web = new WebService(chart, 'shop', options); // @web
    const objects = web.node.findAll().filter((each) => ApiObject.isApiObject(each));
    expect(objects.length).toBeGreaterThanOrEqual(3);
    for (const object of [web, ...objects]) expect(span(object)).toEqual(place('web'));
  });

  it('tells instances of one class on different lines apart, also the second time', () => {
    const first = new ConfigMap(chart, 'first'); // @first
    const second = new ConfigMap(chart, 'second'); // @second
    expect(span(ApiObject.of(first))).toEqual(place('first'));
    expect(span(ApiObject.of(second))).toEqual(place('second'));
  });

  it('gives the inner `new` of a construct of the user, and the outer one for the construct itself', () => {
    class Shop extends Construct {
      readonly config: ConfigMap;
      readonly field = new ApiObject(this, 'field', thing); // @field
      constructor(scope: Construct, id: string) {
        super(scope, id);
        this.config = new ConfigMap(this, 'config'); // @inner
      }
    }
    const shop = new Shop(chart, 'shop'); // @outer
    expect(span(shop)).toEqual(place('outer'));
    expect(span(shop.config)).toEqual(place('inner'));
    expect(span(shop.field)).toEqual(place('field'));
  });

  it('gives default children of default children the line of the outermost', () => {
    const code =
      'return class extends Construct { constructor(scope, id) { super(scope, id); new Inner(this, "Default"); } }';
    const filename = '/node_modules/lib/index.js';
    const make = compileFunction(code, ['Construct', 'Inner'], { filename }) as (...args: unknown[]) => Made;
    const wrapped = (inner: Made): Made => make(Construct, inner);
    const Twice = wrapped(wrapped(ConfigMap));
    for (const id of ['one', 'two']) {
      const twice = new Twice(chart, id); // @twice
      expect(twice.node.findAll()).toHaveLength(4);
      for (const each of twice.node.findAll()) expect(span(each)).toEqual(place('twice'));
    }
  });

  it('forgets the line of a child that was removed, for the next one of its id', async () => {
    const code = 'return (Make, scope, id) => new Make(scope, id);';
    type Maker = (make: typeof ConfigMap, scope: Construct, id: string) => void;
    const library = compileFunction(code, [], { filename: '/node_modules/lib/make.js' }) as () => Maker;
    const scope = new Construct(chart, 'scope');
    new ConfigMap(scope, 'config');
    scope.node.tryRemoveChild('config');
    // No line of the user's is on the stack of a task.
    queueMicrotask(library().bind(undefined, ConfigMap, scope, 'config'));
    await new Promise(setImmediate);
    expect(span(scope.node.findChild('config'))).toBeUndefined();
  });

  it("gives a subclass of the user's the `new`, not the call of `super`", () => {
    class Labelled extends ConfigMap {
      constructor(scope: Construct, id: string) {
        super(scope, id, { data: { label: 'x' } });
      }
    }
    class Silent extends Labelled {}
    const labelled = new Labelled(chart, 'labelled'); // @labelled
    const silent = new Silent(chart, 'silent'); // @silent
    expect(span(labelled)).toEqual(place('labelled'));
    expect(span(ApiObject.of(labelled))).toEqual(place('labelled'));
    expect(span(silent)).toEqual(place('silent'));
    expect(span(ApiObject.of(silent))).toEqual(place('silent'));
  });

  it("tells a subclass's own objects from those that its library base makes", () => {
    class Extended extends ConfigMap {
      readonly other: ConfigMap;
      constructor(scope: Construct, id: string) {
        super(scope, id);
        this.other = new ConfigMap(this, 'other'); // @extended-other
      }
    }
    const extended = new Extended(chart, 'extended'); // @extended
    expect(span(ApiObject.of(extended))).toEqual(place('extended'));
    expect(span(extended.other)).toEqual(place('extended-other'));
    expect(span(ApiObject.of(extended.other))).toEqual(place('extended-other'));
  });

  it('is not confused by a construct of the user with the name of the one inside', () => {
    const Inner = ConfigMap;
    const Outer = class ConfigMap extends Construct {
      readonly inner = new Inner(this, 'Resource'); // @same-name
    };
    const outer = new Outer(chart, 'outer'); // @same-name-outer
    const again = new Outer(chart, 'again'); // @same-name-again
    expect(span(outer)).toEqual(place('same-name-outer'));
    expect(span(outer.inner)).toEqual(place('same-name'));
    expect(span(again)).toEqual(place('same-name-again'));
    expect(span(again.inner)).toEqual(place('same-name'));
  });

  it('gives every object of a Helm chart the line of the Helm', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubewright-helm-'));
    try {
      // What is rendered is of no matter here, so that no helm is needed.
      const helmExecutable = join(folder, 'helm');
      const manifests = readFileSync(join(__dirname, 'fixtures/two.yaml'), 'utf8');
      writeFileSync(helmExecutable, `#!/bin/sh\ncat <<'END'\n${manifests}\nEND\n`, { mode: 0o755 });
      const helm = new Helm(chart, 'helm', { chart: folder, helmExecutable }); // @helm
      expect(helm.apiObjects).toHaveLength(2);
      expect(helm.apiObjects.map(span)).toEqual([place('helm'), place('helm')]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives every object of an Include the line of the Include', () => {
    const url = join(__dirname, 'fixtures/two.yaml');
    const include = new Include(chart, 'include', { url }); // @include
    expect(include.apiObjects).toHaveLength(2);
    for (const object of include.apiObjects) expect(span(object)).toEqual(place('include'));
  });

  it('finds the line through deep layers of a library, and through callbacks', () => {
    const nest = (depth: number): ApiObject => {
      if (depth === 0) return new ApiObject(chart, 'deep', thing); // @deep
      return nest(depth - 1);
    };
    expect(span(nest(300))).toEqual(place('deep'));
    const made = ['x'].map((id) => new ApiObject(chart, id, thing)); // @callback
    expect(span(made[0])).toEqual(place('callback'));
  });

  it('survives a class that is made through Reflect.construct or a proxy', () => {
    const Proxied = new Proxy(ConfigMap, {});
    const proxied = new Proxied(chart, 'proxied'); // @proxied
    expect(span(proxied)).toEqual(place('proxied'));
    const derived = class extends ConfigMap {};
    // prettier-ignore
    const reflected = Reflect.construct<[Construct, string], ConfigMap>(ConfigMap, [chart, 'reflected'], derived); // @reflected
    expect(span(reflected)).toEqual(place('reflected', 'construct<'));
  });

  it('leaves the stack traces of errors as they were', () => {
    const limit = Error.stackTraceLimit;
    const hook: unknown = Reflect.get(Error, 'prepareStackTrace');
    new ApiObject(chart, 'a', thing);
    expect(() => new ApiObject(chart, 'a', thing)).toThrow(/already a Construct with name 'a'/);
    expect(Error.stackTraceLimit).toBe(limit);
    expect(Reflect.get(Error, 'prepareStackTrace')).toBe(hook);
  });

  it('returns the same frozen span for objects of one line', () => {
    const [a, b] = ['a', 'b'].map((id) => new ApiObject(chart, id, thing));
    expect(span(a)).toBe(span(b));
    expect(Object.isFrozen(span(a))).toBe(true);
  });

  it('knows no source of the root', () => {
    expect(span(app)).toBeUndefined();
  });
});

it('knows no source of what was made before recording, or after it stopped', () => {
  const before = new Chart(new App(), 'before');
  const stop = recordSources();
  const during = new Chart(new App(), 'during');
  stop();
  const after = new Chart(new App(), 'after');
  expect(span(before)).toBeUndefined();
  expect(span(during)).toBeDefined();
  expect(span(after)).toBeUndefined();
});

it('records once when it is asked twice, and the last to stop takes the hook away', () => {
  const original: unknown = nodeMethod();
  const first = recordSources();
  const second = recordSources();
  const chart = new Chart(new App(), 'twice');
  expect(span(chart)).toBeDefined();
  first();
  expect(span(new Chart(new App(), 'still'))).toBeDefined();
  second();
  expect(nodeMethod()).toBe(original);
});

function nodeMethod(): unknown {
  const prototype: unknown = Object.getPrototypeOf(new App().node);
  return Reflect.get(prototype as object, 'addChild');
}
