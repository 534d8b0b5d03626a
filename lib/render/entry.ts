import { type Manifest } from '../model/manifest';
import { compareStrings } from './compare-strings';
import { type ObjectRef } from './object-ref';
import { type RenderChart, type RenderInput, type RenderObject } from './render-input';

/** A rendered object with what every stage asks of it, worked out once. */
export interface Entry {
  readonly object: Manifest;
  readonly ref: ObjectRef;
  readonly version: string;
  readonly chart: RenderChart;
  readonly dependsOn: readonly string[];
  /** Position among all entries; breaks all ties. */
  readonly index: number;
}

/** Whether objects of a kind live in a namespace; `undefined` when that is not known (custom kinds). */
export type ScopeLookup = (apiVersion: string, kind: string) => boolean | undefined;

/**
 * Lists all objects: charts by path, so that the order in which they are made is of no account, objects as
 * given.
 */
export function entriesOf(input: RenderInput, isNamespaced: ScopeLookup): Entry[] {
  const entries: Entry[] = [];
  for (const chart of [...input.charts].sort((a, b) => compareStrings(a.path, b.path))) {
    for (const made of chart.objects) entries.push(entryOf(made, chart, entries.length, isNamespaced));
  }
  return entries;
}

function entryOf(made: RenderObject, chart: RenderChart, index: number, isNamespaced: ScopeLookup): Entry {
  const { apiVersion, kind, metadata } = made.object;
  const slash = apiVersion.lastIndexOf('/');
  // cdk8s puts the namespace of a chart on everything in it, cluster-scoped kinds included; the API server
  // drops it there (apiserver, pkg/registry/rest/create.go, EnsureObjectNamespaceMatchesRequestNamespace).
  const namespace = isNamespaced(apiVersion, kind) === false ? '' : (metadata.namespace ?? '');
  return {
    object: made.object,
    ref: {
      group: slash < 0 ? '' : apiVersion.slice(0, slash),
      kind,
      namespace,
      name: metadata.name,
      chart: chart.name,
      path: made.path,
      ...(made.span ? { span: made.span } : {}),
    },
    version: apiVersion.slice(slash + 1),
    chart,
    dependsOn: made.dependsOn ?? [],
    index,
  };
}
