import { formatApiVersion, groupOf, parseApiVersion } from './api-version';
import { type KindInfo, type KindVersion, type ServedRange } from './kind-info';
import { KINDS } from './kinds.gen';
import { compareKubernetesVersions, type KubernetesVersion } from './kubernetes-version';
import { REMOVED_KINDS } from './removed-kinds';

/** One API version of a built-in kind. */
export interface KnownKind {
  readonly apiVersion: string;
  readonly info: KindInfo;
  readonly version: KindVersion;
}

interface Index {
  readonly byKind: ReadonlyMap<string, KindInfo>;
  readonly byResource: ReadonlyMap<string, KindInfo>;
  readonly byApiVersion: ReadonlyMap<string, KnownKind>;
  readonly byBody: ReadonlyMap<string, readonly string[]>;
  readonly byAnyName: ReadonlyMap<string, readonly KindInfo[]>;
  /** By group and kind, which is asked for often: nobody puts a key together. */
  readonly scopes: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  readonly groups: ReadonlySet<string>;
}

let built: Index | undefined;

/** Built at the first look-up, so that merely loading this module costs nothing. */
function index(): Index {
  return (built ??= buildIndex());
}

/** The built-in kind of that group (`''` for core) and name, in whatever versions. */
export function findKind(group: string, kind: string): KindInfo | undefined {
  return index().byKind.get(key(group, kind));
}

/**
 * The built-in kind that any covered minor serves under that `apiVersion`.
 *
 * @example
 * findKnownKind('apps/v1', 'Deployment')?.info.plural; // 'deployments'
 */
export function findKnownKind(apiVersion: string, kind: string): KnownKind | undefined {
  return index().byApiVersion.get(key(apiVersion, kind));
}

/** The built-in kind whose resource has that plural name, as RBAC rules and URLs have it. */
export function findResource(group: string, plural: string): KindInfo | undefined {
  return index().byResource.get(key(group, plural));
}

/**
 * The built-in kinds that `name` may mean to a person: plural, singular, kind or kubectl's short name,
 * in any case. Several groups may answer (`events`).
 */
export function findKindsByAnyName(name: string): readonly KindInfo[] {
  return index().byAnyName.get(name.toLowerCase()) ?? [];
}

/** Whether Kubernetes itself serves, or served, kinds in that group. */
export function isBuiltInGroup(group: string): boolean {
  return index().groups.has(group);
}

/**
 * Whether objects of that kind live in a namespace; undefined for a kind that is not built in. Of a built-in
 * kind, a version that is gone or was never served answers too: the scope does not change with it.
 */
export function isNamespaced(apiVersion: string, kind: string): boolean | undefined {
  return isKindNamespaced(groupOf(apiVersion), kind);
}

/** As {@link isNamespaced}, by group (`''` for core). */
export function isKindNamespaced(group: string, kind: string): boolean | undefined {
  return index().scopes.get(group)?.get(kind);
}

/** Whether that minor serves it. */
export function isServedIn(range: ServedRange, minor: KubernetesVersion): boolean {
  return (
    compareKubernetesVersions(range.since, minor) <= 0 &&
    (range.until === undefined || compareKubernetesVersions(minor, range.until) <= 0)
  );
}

/**
 * Whether a stock API server of a minor that knows this version serves it without `--runtime-config`. Alpha
 * is off, and so is each beta but those that were on before the rule of 1.24 (kubernetes,
 * pkg/controlplane/instance.go, `legacyBetaEnabledByDefaultResources`).
 */
export function isEnabledByDefault(apiVersion: string): boolean {
  const { group, version } = parseApiVersion(apiVersion);
  if (/^v\d+$/.test(version)) return true;
  return group === 'flowcontrol.apiserver.k8s.io' && version.startsWith('v1beta');
}

/** Every API version of every kind that the minor serves, sorted by group, kind and stability. */
export function kindsServed(minor: KubernetesVersion): readonly KnownKind[] {
  return [...index().byApiVersion.values()].filter(({ version }) => isServedIn(version, minor));
}

/** The `apiVersion` to write for that kind at that minor: its most stable; undefined when it has none. */
export function preferredApiVersion(info: KindInfo, minor: KubernetesVersion): string | undefined {
  const version = info.versions.find((candidate) => isServedIn(candidate, minor))?.version;
  return version === undefined ? undefined : formatApiVersion(info.group, version);
}

/** The kind that a list of it contains: `apps/v1 DeploymentList` is of Deployments; undefined for others. */
export function listItemKind(apiVersion: string, listKind: string): KnownKind | undefined {
  return listKind.endsWith('List') ? findKnownKind(apiVersion, listKind.slice(0, -'List'.length)) : undefined;
}

/**
 * The subresources that take a body of that kind, which is no object of its own and cannot be applied:
 * `policy/v1 Eviction` goes to `pods/eviction`. Empty for others.
 */
export function subresourcesTaking(apiVersion: string, kind: string): readonly string[] {
  return index().byBody.get(key(apiVersion, kind)) ?? [];
}

function buildIndex(): Index {
  const byKind = new Map<string, KindInfo>();
  const byResource = new Map<string, KindInfo>();
  const byApiVersion = new Map<string, KnownKind>();
  const byBody = new Map<string, string[]>();
  const byAnyName = new Map<string, KindInfo[]>();
  const scopes = new Map<string, Map<string, boolean>>();
  const setScope = (group: string, kind: string, namespaced: boolean): void => {
    const kinds = scopes.get(group);
    if (kinds === undefined) scopes.set(group, new Map([[kind, namespaced]]));
    else kinds.set(kind, namespaced);
  };
  const groups = new Set<string>();
  for (const { apiVersion, kind, namespaced } of REMOVED_KINDS) {
    const group = groupOf(apiVersion);
    groups.add(group);
    setScope(group, kind, namespaced);
  }
  for (const info of KINDS) {
    const { group, kind, plural } = info;
    groups.add(group);
    setScope(group, kind, info.namespaced);
    byKind.set(key(group, kind), info);
    byResource.set(key(group, plural), info);
    for (const version of info.versions) {
      const apiVersion = formatApiVersion(group, version.version);
      byApiVersion.set(key(apiVersion, kind), { apiVersion, info, version });
    }
    for (const [name, { body }] of Object.entries(info.subresources)) {
      if (body !== undefined) append(byBody, key(body.apiVersion, body.kind), `${plural}/${name}`);
    }
    for (const name of new Set([kind.toLowerCase(), plural, ...info.shortNames]))
      append(byAnyName, name, info);
  }
  return { byKind, byResource, byApiVersion, byBody, byAnyName, scopes, groups };
}

function append<T>(map: Map<string, T[]>, at: string, value: T): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [value]);
  else list.push(value);
}

/** No group, version, kind or plural holds a space. */
function key(scope: string, name: string): string {
  return `${scope} ${name}`;
}
