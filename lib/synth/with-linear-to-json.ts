import { ApiObject, ApiObjectMetadataDefinition, Chart } from 'cdk8s';

import { metadataToJson } from './render-metadata';

/** What stands behind `toJson` of the base classes. */
export interface Renderers {
  /** The objects of a chart; undefined for a chart that it does not know. */
  readonly chart: (chart: Chart) => unknown[] | undefined;
  readonly object: (apiObject: ApiObject) => unknown;
}

interface Replacement {
  readonly prototype: object;
  readonly stock: unknown;
  readonly linear: unknown;
}

const stockChartToJson = toJsonOf(Chart.prototype) as (this: Chart) => unknown[];

/** Innermost last: a token may collect an app while an app is collected. */
const running: Renderers[] = [];

/** `toJson` of a chart whose class says nothing else, while charts are rendered. */
export function chartToJson(this: Chart): unknown[] {
  for (const { chart } of running.toReversed()) {
    const objects = chart(this);
    if (objects !== undefined) return objects;
  }
  return stockChartToJson.call(this);
}

/** The same of an API object. */
export function objectToJson(this: ApiObject): unknown {
  return running.at(-1)?.object(this);
}

const replacements: readonly Replacement[] = [
  replacement(ApiObject.prototype, objectToJson),
  replacement(ApiObjectMetadataDefinition.prototype, metadataToJson),
  replacement(Chart.prototype, chartToJson),
];

/**
 * Runs `body` while `toJson` of the base classes of cdk8s is ours.
 *
 * Classes override `toJson` and call `super.toJson()`: every L1 class (`k8s.KubeDeployment`),
 * and charts of users. That call is where the slow parts sit (`Chart.toJson` validates the app,
 * writes dependencies into it and orders it again, for each chart) and where an error loses its
 * stack, and it can only be met at the prototype. The methods are put back when `body` ends,
 * however it ends; `body` is synchronous, so nothing else meets them. A method that someone else
 * has replaced, a test's spy for one, is left to them.
 */
export function withLinearToJson<T>(renderers: Renderers, body: () => T): T {
  const taken = replacements.filter(({ prototype, stock }) => toJsonOf(prototype) === stock);
  running.push(renderers);
  for (const { prototype, linear } of taken) setToJson(prototype, linear);
  try {
    return body();
  } finally {
    for (const { prototype, stock } of taken) setToJson(prototype, stock);
    running.pop();
  }
}

function replacement(prototype: object, linear: unknown): Replacement {
  return { prototype, stock: toJsonOf(prototype), linear };
}

function toJsonOf(prototype: object): unknown {
  return Reflect.get(prototype, 'toJson');
}

function setToJson(prototype: object, toJson: unknown): void {
  Reflect.set(prototype, 'toJson', toJson);
}
