import { type ApiObject, type Chart, Names } from 'cdk8s';

import { type CollectMemory } from './collect-memory';
import { type CollectedChart } from './collected-chart';
import { type CollectedObject } from './collected-object';
import { MakerFinder } from './maker-finder';
import { collected, named, ObjectRenderer } from './object-renderer';
import { chartToJson, withLinearToJson } from './with-linear-to-json';

/** The API objects of a chart in order; undefined for a chart that is not part of the app. */
type ObjectsOf = (chart: Chart) => readonly ApiObject[] | undefined;

/**
 * Renders charts that are in order already, each through its own `toJson`.
 *
 * @param memory of the last run; what comes out the same is taken from it
 * @throws SynthError that names the construct that cannot be serialized
 */
export function collectCharts(
  charts: readonly Chart[],
  objectsOf: ObjectsOf,
  memory?: CollectMemory,
): readonly CollectedChart[] {
  const renderer = new ObjectRenderer();
  let makers = new Map<unknown, ApiObject>();
  const renderers = {
    chart: (chart: Chart): unknown[] | undefined =>
      objectsOf(chart)?.map((apiObject) => {
        const json = renderer.render(apiObject);
        makers.set(json, apiObject);
        return json;
      }),
    object: (apiObject: ApiObject): unknown => renderer.own(apiObject),
  };
  const objectsIn = (chart: Chart): readonly CollectedObject[] => {
    // A class that says itself what it holds may change what is rendered, so that it gets nothing from memory.
    if (memory !== undefined && Reflect.get(chart, 'toJson') === chartToJson) {
      return (objectsOf(chart) ?? []).map((apiObject) => renderer.renderWith(memory, apiObject));
    }
    makers = new Map();
    const rendered = renderOwn(chart);
    const copied = new MakerFinder(() => objectsOf(chart) ?? []);
    return rendered.map((json) => collected(json, makers.get(json) ?? copied.find(json) ?? chart));
  };

  return withLinearToJson(renderers, () => {
    memory?.start();
    const all = charts.map((chart) => ({
      name: Names.toDnsLabel(chart),
      path: chart.node.path,
      construct: chart,
      objects: objectsIn(chart),
    }));
    memory?.complete();
    return all;
  });
}

/** What the chart's class says it holds. Entries that are undefined mean nothing to cdk8s either. */
function renderOwn(chart: Chart): readonly unknown[] {
  try {
    return Object.values(chart.toJson()).filter((json: unknown) => json !== undefined);
  } catch (cause) {
    throw named(cause, chart, 'Failed rendering chart');
  }
}
