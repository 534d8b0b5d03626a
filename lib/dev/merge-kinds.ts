import { compareApiVersionNames, formatApiVersion } from '../model/api-version';
import { type ApiVerb, type KindInfo, type KindVersion, type SubresourceInfo } from '../model/kind-info';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../model/kubernetes-version';
import { type ServedResource } from './openapi-resources';

/**
 * One row a kind, over all minors, sorted by group and kind.
 *
 * @throws Error when a kind changes its plural, scope or verbs between minors, or goes and comes back:
 *   the table has no shape for that
 */
export function mergeKinds(served: ReadonlyMap<KubernetesVersion, readonly ServedResource[]>): KindInfo[] {
  const kinds = new Map<string, KindBuilder>();
  for (const minor of KUBERNETES_VERSIONS) {
    const resources = served.get(minor);
    if (resources === undefined) throw new Error(`nothing was read for ${minor}`);
    for (const resource of resources) {
      const key = `${resource.group}/${resource.resource}`;
      const builder = kinds.get(key) ?? new KindBuilder(resource.group, resource.resource);
      kinds.set(key, builder);
      if (resource.subresource === undefined) builder.addResource(minor, resource);
      else builder.addSubresource(minor, resource.subresource, resource);
    }
  }
  const rows = [...kinds.values()].map((builder) => builder.build());
  return rows.sort((a, b) => compare(a.group, b.group) || compare(a.kind, b.kind));
}

class KindBuilder {
  private kind: string | undefined;
  private namespaced: boolean | undefined;
  private verbs: readonly ApiVerb[] | undefined;
  private readonly shortNames = new Set<string>();
  private readonly versions = new Map<string, Set<KubernetesVersion>>();
  private readonly subresources = new Map<string, SubresourceBuilder>();

  constructor(
    private readonly group: string,
    private readonly plural: string,
  ) {}

  addResource(minor: KubernetesVersion, resource: ServedResource): void {
    const where = `${this.group}/${this.plural} at ${minor}`;
    this.kind = same(where, this.kind, resource.gvk.kind);
    this.namespaced = same(where, this.namespaced, resource.namespaced);
    this.verbs = sameList(where, this.verbs, resource.verbs);
    for (const name of resource.shortNames) this.shortNames.add(name);
    addTo(this.versions, resource.version, minor);
  }

  addSubresource(minor: KubernetesVersion, name: string, resource: ServedResource): void {
    const builder = this.subresources.get(name) ?? { minors: new Set() };
    this.subresources.set(name, builder);
    builder.verbs = sameList(`${this.plural}/${name} at ${minor}`, builder.verbs, resource.verbs);
    builder.minors.add(minor);
    const { group, version, kind } = resource.gvk;
    if (!resource.connect && kind !== this.kind) {
      builder.body = { apiVersion: formatApiVersion(group, version), kind };
    }
  }

  build(): KindInfo {
    const where = `${this.group}/${this.plural}`;
    if (this.kind === undefined || this.namespaced === undefined || this.verbs === undefined) {
      throw new Error(`${where} has subresources but is not served itself`);
    }
    const versions: KindVersion[] = [...this.versions]
      .map(([version, minors]) => ({ version, ...range(`${where} ${version}`, minors) }))
      .sort((a, b) => compareApiVersionNames(a.version, b.version));
    const subresources: Record<string, SubresourceInfo> = {};
    for (const [name, { verbs = [], minors, body }] of [...this.subresources].sort(byKey)) {
      const { since, until } = range(`${where}/${name}`, minors);
      subresources[name] = {
        verbs,
        since,
        ...(until === undefined ? {} : { until }),
        ...(body === undefined ? {} : { body }),
      };
    }
    return {
      group: this.group,
      kind: this.kind,
      plural: this.plural,
      shortNames: [...this.shortNames].sort(),
      namespaced: this.namespaced,
      verbs: this.verbs,
      versions,
      subresources,
    };
  }
}

interface SubresourceBuilder {
  verbs?: readonly ApiVerb[];
  body?: { readonly apiVersion: string; readonly kind: string };
  readonly minors: Set<KubernetesVersion>;
}

function range(where: string, minors: ReadonlySet<KubernetesVersion>): Pick<KindVersion, 'since' | 'until'> {
  const first = KUBERNETES_VERSIONS.findIndex((minor) => minors.has(minor));
  const last = KUBERNETES_VERSIONS.findLastIndex((minor) => minors.has(minor));
  const span = KUBERNETES_VERSIONS.slice(first, last + 1);
  const [since] = span;
  const until = span.at(-1);
  if (since === undefined || until === undefined || span.length !== minors.size) {
    throw new Error(`${where} is served with a gap: ${[...minors].join(', ')}`);
  }
  return last === KUBERNETES_VERSIONS.length - 1 ? { since } : { since, until };
}

function same<T>(where: string, before: T | undefined, now: T): T {
  if (before !== undefined && before !== now) {
    throw new Error(`${where}: was ${String(before)}, is ${String(now)}`);
  }
  return now;
}

function sameList<T>(where: string, before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  same(where, before?.join(), now.join());
  return now;
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compare(a[0], b[0]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
