import { parseApiVersion } from '../model/api-version';
import { objectField, textField } from '../model/json-object';
import { isKindNamespaced } from '../model/kinds';
import { type Manifest } from '../model/manifest';
import { compareStrings } from './compare-strings';
import { type ObjectRef } from './object-ref';
import { needsOf, providesOf } from './order/needs';
import { type RenderChart, type RenderInput, type RenderObject } from './render-input';

/** A rendered object with what every stage asks of it, worked out once. */
export interface Entry {
  readonly object: Manifest;
  readonly ref: ObjectRef;
  readonly version: string;
  readonly chart: RenderChart;
  readonly dependsOn: readonly string[];
  /** Finds where it was made. */
  readonly locate: RenderObject['locate'];
  /** Keys of what it needs before it, and of what it is to others (see needs). */
  readonly needs: readonly string[];
  readonly provides: readonly string[];
  /** Position among all entries; breaks all ties. */
  readonly index: number;
}

/**
 * Lists all objects: charts by path, so that the order in which they are made is of no account, objects as
 * given.
 */
export function entriesOf(input: RenderInput): Entry[] {
  const entries: Entry[] = [];
  const scopes = customScopes(input);
  for (const chart of [...input.charts].sort((a, b) => compareStrings(a.path, b.path))) {
    for (const made of chart.objects) entries.push(entryOf(made, chart, entries.length, scopes));
  }
  return entries;
}

/** What a message points at an object with: also the line that made it, if anyone knows. */
export function placedRef({ ref, locate }: Entry): ObjectRef {
  const span = ref.span ?? locate?.();
  return span === undefined ? ref : { ...ref, span };
}

function entryOf(
  made: RenderObject,
  chart: RenderChart,
  index: number,
  customScopes: ReadonlyMap<string, boolean>,
): Entry {
  const { apiVersion, kind, metadata } = made.object;
  const { group, version } = parseApiVersion(apiVersion);
  // cdk8s puts the namespace of a chart on everything in it, cluster-scoped kinds included; the API server
  // drops it there (apiserver, pkg/registry/rest/create.go, EnsureObjectNamespaceMatchesRequestNamespace).
  const namespaced = isKindNamespaced(group, kind) ?? customScopes.get(`${group}/${kind}`);
  const ref: ObjectRef = {
    group,
    kind,
    namespace: namespaced === false ? '' : (metadata.namespace ?? ''),
    name: metadata.name,
    chart: chart.name,
    path: made.path,
    ...(made.span ? { span: made.span } : {}),
  };
  return {
    object: made.object,
    ref,
    version,
    chart,
    dependsOn: made.dependsOn ?? [],
    locate: made.locate,
    needs: needsOf(made.object, ref),
    provides: providesOf(made.object, ref),
    index,
  };
}

/** Whether the kinds that definitions of the input define live in a namespace. */
function customScopes({ charts }: RenderInput): Map<string, boolean> {
  const scopes = new Map<string, boolean>();
  for (const chart of charts) {
    for (const { object } of chart.objects) {
      if (object.kind !== 'CustomResourceDefinition') continue;
      const spec = objectField(object, 'spec');
      const key = `${textField(spec, 'group') ?? ''}/${textField(objectField(spec, 'names'), 'kind') ?? ''}`;
      scopes.set(key, textField(spec, 'scope') !== 'Cluster');
    }
  }
  return scopes;
}
