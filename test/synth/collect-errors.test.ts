import { ApiObject, ApiObjectMetadataDefinition, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { collect } from '../../lib/synth/collect';
import { SynthError } from '../../lib/synth/synth-error';

/** A lazy value, without the `any` that cdk8s types it with. */
function lazy(produce: () => unknown): unknown {
  return Lazy.any({ produce });
}

function configMap(scope: Construct, id: string, data: unknown = { id }): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data });
}

/** A chart with what `build` puts into it, and the error of collecting it. */
function failure(build: (chart: Chart) => void): SynthError {
  const app = new App();
  build(new Chart(app, 'chart'));
  return failureOf(app);
}

function failureOf(app: App): SynthError {
  try {
    collect(app);
  } catch (error) {
    if (error instanceof SynthError) return error;
    throw error;
  }
  throw new Error('collect did not throw');
}

function paths(error: SynthError): readonly string[] {
  return error.constructs.map(({ node }) => node.path);
}

class Thrower {
  fail(): never {
    throw new TypeError('boom');
  }
}

describe('validations', () => {
  test('run once each, and all that they find is in one error, in the words of cdk8s', () => {
    const build = (app: App): jest.Mock => {
      const validate = jest.fn(() => ['too small', 'too red']);
      const chart = new Chart(app, 'chart');
      configMap(chart, 'object').node.addValidation({ validate });
      new Construct(chart, 'group').node.addValidation({ validate: () => ['empty'] });
      new kplus.Ingress(chart, 'ingress');
      return validate;
    };
    const [ours, stock] = [new App(), new App({ outdir: '/nonexistent/never/written' })];
    const validate = build(ours);
    build(stock);
    const error = failureOf(ours);
    expect(error.message).toBe(
      'Validation failed with the following errors:\n' +
        '  [chart/object] too small\n  [chart/object] too red\n  [chart/group] empty\n' +
        '  [chart/ingress] ingress with no rules or default backend',
    );
    expect(() => stock.charts[0]?.toJson()).toThrow(error.message);
    expect(paths(error)).toEqual(['chart/object', 'chart/object', 'chart/group', 'chart/ingress']);
    expect(validate).toHaveBeenCalledTimes(1);
  });

  test('run once each when they pass, however many charts there are', () => {
    const app = new App();
    const validate = jest.fn(() => []);
    for (const id of ['a', 'b', 'c'])
      configMap(new Chart(app, id), 'object').node.addValidation({ validate });
    collect(app);
    expect(validate).toHaveBeenCalledTimes(3);
  });

  test('may complete the tree', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    chart.node.addValidation({
      validate: () => {
        if (chart.node.tryFindChild('late') === undefined) configMap(chart, 'late');
        return [];
      },
    });
    expect(collect(app).charts[0]?.objects.map(({ path }) => path)).toEqual(['chart/late']);
  });

  test('that throw are named, and what they throw is the cause', () => {
    const error = failure((chart) => chart.node.addValidation({ validate: () => new Thrower().fail() }));
    expect(error.message).toBe("Failed validating construct at path 'chart': TypeError: boom");
    expect(error.cause).toBeInstanceOf(TypeError);
    expect((error.cause as Error).stack).toContain('Thrower.fail');
  });
});

describe('constructs that cannot be serialized', () => {
  test('a token that throws is named by construct and place, with its error and stack as cause', () => {
    const error = failure((chart) => {
      configMap(chart, 'object', { list: [{ deep: 1 }, { deep: lazy(() => new Thrower().fail()) }] });
    });
    expect(error.message).toBe(
      "Failed serializing construct at path 'chart/object' with name 'object': " +
        'TypeError: boom (at data.list[1].deep)',
    );
    expect((error.cause as Error).stack).toContain('Thrower.fail');
    expect(paths(error)).toEqual(['chart/object']);
  });

  test('begin with the words of cdk8s', () => {
    const build = (app: App): void => void configMap(new Chart(app, 'chart'), 'object', { at: new Date(0) });
    const [ours, stock] = [new App(), new App()];
    build(ours);
    build(stock);
    let message = '';
    try {
      stock.charts[0]?.toJson();
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain("can't render non-simple object of type 'Date'");
    expect(failureOf(ours).message).toBe(`${message} (at data.at)`);
  });

  test('in metadata', () => {
    const error = failure((chart) => configMap(chart, 'object').metadata.add('bad', new Map()));
    expect(error.message).toContain(
      "'chart/object' with name 'object': Error: can't render non-simple object of type 'Map' (at metadata)",
    );
  });

  test('by a patch that does not apply', () => {
    const error = failure((chart) =>
      configMap(chart, 'object').addJsonPatch(JsonPatch.remove('/data/none/deep')),
    );
    expect(error.message).toContain("Failed serializing construct at path 'chart/object' with name 'object'");
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('by an override of toJson', () => {
    class Broken extends ApiObject {
      override toJson(): unknown {
        super.toJson();
        return new Thrower().fail();
      }
    }
    const error = failure((chart) => new Broken(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' }));
    expect(error.message).toBe("Failed serializing construct at path 'chart/object': TypeError: boom");
    expect((error.cause as Error).stack).toContain('Thrower.fail');
  });

  test("by a chart's override of toJson", () => {
    class Broken extends Chart {
      override toJson(): never {
        return new Thrower().fail();
      }
    }
    const error = failure((chart) => new Broken(chart, 'broken'));
    expect(error.message).toBe("Failed rendering chart at path 'chart/broken': TypeError: boom");
    expect((error.cause as Error).stack).toContain('Thrower.fail');
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = { again: cyclic };
  test.each([
    ['a function', { deep: [() => 1] }, 'data.deep[0] is a function'],
    ['a symbol', { deep: Symbol('s') }, 'data.deep is a symbol'],
    ['a large integer', { deep: 2n ** 64n }, 'data.deep is the integer 18446744073709551616'],
  ])('by %s in the data', (_, data, text) => {
    const error = failure((chart) => configMap(chart, 'object', data));
    expect(error.message).toBe(
      `Failed serializing construct at path 'chart/object': ${text}; expected plain JSON data`,
    );
  });

  test.each([
    ['itself', () => ({ data: cyclic }), 'data.self.again is part of itself'],
    ['a class instance', () => ({ data: new Date(0) }), 'data is an instance of Date'],
    ['a list', () => [], 'its toJson() is no object'],
    ['a text', () => 'text', 'its toJson() is no object'],
  ])('by a toJson that gives %s', (_, give, text) => {
    class Odd extends ApiObject {
      override toJson(): unknown {
        return give();
      }
    }
    const error = failure((chart) => new Odd(chart, 'object', { apiVersion: 'v1', kind: 'Odd' }));
    expect(error.message).toContain(`'chart/object': ${text};`);
  });

  test('data that holds itself', () => {
    const error = failure((chart) => configMap(chart, 'object', cyclic));
    expect(error.message).toContain('(at data.self.again.self');
    expect(error.message.length).toBeLessThan(400);
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  test('the methods of cdk8s are its own again, after an error and after none', () => {
    const methods = (): unknown[] =>
      [ApiObject, ApiObjectMetadataDefinition, Chart].map(({ prototype }) =>
        Reflect.get(prototype, 'toJson'),
      );
    const before = methods();
    const during: unknown[] = [];
    failure((chart) => {
      configMap(chart, 'object', {
        a: lazy(() => void during.push(...methods())),
        b: lazy(() => new Thrower().fail()),
      });
    });
    expect(during).toHaveLength(3);
    expect(during).not.toContain(before[0]);
    expect(methods()).toEqual(before);
    collect(new App());
    expect(methods()).toEqual(before);
  });

  test('a method that a test spies on is left to the spy', () => {
    const spy = jest.spyOn(ApiObject.prototype, 'toJson');
    try {
      const app = new App();
      configMap(new Chart(app, 'chart'), 'object');
      expect(collect(app).charts[0]?.objects).toHaveLength(1);
      expect(spy).toHaveBeenCalledTimes(1);
    } finally {
      spy.mockRestore();
    }
  });
});

describe('dependencies', () => {
  test('a cycle of objects names them, and why each comes after the next', () => {
    const error = failure((chart) => {
      const [a, b, c] = [configMap(chart, 'a'), configMap(chart, 'b'), configMap(chart, 'c')];
      a.addDependency(b);
      b.addDependency(c);
      c.addDependency(a);
    });
    expect(error.message).toBe(
      'Dependency cycle detected: chart/a => chart/b => chart/c => chart/a\n' +
        "  'chart/a' comes after 'chart/b': 'chart/a' depends on 'chart/b'\n" +
        "  'chart/b' comes after 'chart/c': 'chart/b' depends on 'chart/c'\n" +
        "  'chart/c' comes after 'chart/a': 'chart/c' depends on 'chart/a'",
    );
    expect(paths(error)).toEqual(['chart/a', 'chart/b', 'chart/c']);
  });

  test('a cycle of charts that follows from their constructs names these', () => {
    const app = new App();
    const [web, data] = [new Chart(app, 'web'), new Chart(app, 'data')];
    configMap(web, 'app').addDependency(configMap(data, 'database'));
    configMap(data, 'backup').addDependency(configMap(web, 'bucket'));
    const { message } = failureOf(app);
    expect(message).toContain('Dependency cycle detected: web => data => web');
    expect(message).toContain("'web/app' depends on 'data/database', and so chart 'web' on chart 'data'");
    expect(message).toContain("'data/backup' depends on 'web/bucket', and so chart 'data' on chart 'web'");
  });

  test('a chart in a chart that depends on what is around it', () => {
    const { message } = failure((chart) => {
      configMap(new Chart(chart, 'tenant'), 'object').addDependency(configMap(chart, 'shared'));
    });
    expect(message).toContain('Dependency cycle detected: chart => chart/tenant => chart');
    expect(message).toContain("chart 'chart' contains chart 'chart/tenant'");
  });

  test('a construct that depends on itself, which cdk8s leaves out or loops on', () => {
    expect(failure((chart) => configMap(chart, 'a').addDependency(chart.node.findChild('a'))).message).toBe(
      "Dependency cycle detected: chart/a => chart/a\n  'chart/a' comes after 'chart/a': 'chart/a' depends on 'chart/a'",
    );
  });

  test('a construct whose objects would each come after the other', () => {
    const { message } = failure((chart) => {
      const group = new Construct(chart, 'group');
      configMap(group, 'a');
      configMap(group, 'b');
      group.node.addDependency(chart);
    });
    expect(message).toContain('Dependency cycle detected: chart/group/a => chart/group/b => chart/group/a');
    expect(message).toContain("'chart/group' depends on 'chart'");
  });

  test('a cycle of thousands of charts is told by its beginning', () => {
    const app = new App();
    const charts = Array.from({ length: 3000 }, (_, i) => new Chart(app, `chart-${i}`));
    for (const [i, chart] of charts.entries()) chart.addDependency(charts[(i + 1) % 3000] ?? chart);
    const error = failureOf(app);
    expect(error.message).toContain('=> ... => chart-0');
    expect(error.message).toContain('(a cycle of 3000 constructs)');
    expect(error.message.length).toBeLessThan(2000);
    expect(error.constructs).toHaveLength(3000);
  });

  test('from or on what is in no chart', () => {
    const app = new App();
    const group = new Construct(app, 'group');
    configMap(new Chart(app, 'chart'), 'object').addDependency(group);
    const error = failureOf(app);
    expect(error.message).toContain("'chart/object' depends on 'group', but 'group' is in no chart");
    expect(paths(error)).toEqual(['chart/object', 'group']);
  });

  test('on something that is no construct', () => {
    const error = failure((chart) => chart.node.addDependency({}));
    expect(error.message).toContain("The dependencies of 'chart' cannot be read");
    expect(error.message).toContain('does not implement IDependable');
    expect(error.cause).toBeInstanceOf(Error);
  });
});
