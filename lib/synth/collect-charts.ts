import { type ApiObject, type Chart, Names } from 'cdk8s';

import { type CollectedChart } from './collected-chart';
import { type CollectedObject } from './collected-object';
import { MakerFinder } from './maker-finder';
import { SynthError } from './synth-error';
import { toJsonObject } from './to-json-object';
import { withLinearToJson } from './with-linear-to-json';

/** The API objects of a chart in order; undefined for a chart that is not part of the app. */
type ObjectsOf = (chart: Chart) => readonly ApiObject[] | undefined;

/**
 * Renders charts that are in order already, each through its own `toJson`.
 *
 * @throws SynthError that names the construct that cannot be serialized
 */
export function collectCharts(charts: readonly Chart[], objectsOf: ObjectsOf): readonly CollectedChart[] {
  let makers = new Map<unknown, ApiObject>();
  const renderChart = (chart: Chart): unknown[] | undefined =>
    objectsOf(chart)?.map((apiObject) => {
      const json = renderObject(apiObject);
      makers.set(json, apiObject);
      return json;
    });

  return withLinearToJson(renderChart, () =>
    charts.map((chart) => {
      makers = new Map();
      const rendered = renderOwn(chart);
      const copied = new MakerFinder(() => objectsOf(chart) ?? []);
      return {
        name: Names.toDnsLabel(chart),
        path: chart.node.path,
        construct: chart,
        objects: rendered.map((json) => collected(json, makers.get(json) ?? copied.find(json) ?? chart)),
      };
    }),
  );
}

/** What the chart's class says it holds. Entries that are undefined mean nothing to cdk8s either. */
function renderOwn(chart: Chart): readonly unknown[] {
  try {
    return Object.values(chart.toJson()).filter((json: unknown) => json !== undefined);
  } catch (cause) {
    throw named(cause, chart, 'Failed rendering chart');
  }
}

function renderObject(apiObject: ApiObject): unknown {
  try {
    return apiObject.toJson() as unknown;
  } catch (cause) {
    throw named(cause, apiObject, 'Failed serializing construct');
  }
}

function named(cause: unknown, construct: ApiObject | Chart, what: string): SynthError {
  if (cause instanceof SynthError) return cause;
  return new SynthError(`${what} at path '${construct.node.path}': ${String(cause)}`, [construct], { cause });
}

function collected(json: unknown, construct: ApiObject | Chart): CollectedObject {
  return { object: toJsonObject(json, construct), path: construct.node.path, construct };
}
