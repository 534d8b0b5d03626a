import { type KindInfo } from '../model/kind-info';
import { FINALIZERS_SUBRESOURCE, SPECIAL_PERMISSIONS } from '../model/special-permissions';

type Resources = Map<string, Set<string>>;

const STANDARD = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
const STATUS = ['get', 'update', 'patch'];

/** The source text of `lib/model/rbac-resources.gen.ts`: what RBAC rules may name, as types. */
export function emitRbacResources(header: string, kinds: readonly KindInfo[]): string {
  const namespaced = collect(kinds, true);
  const cluster = collect(kinds, false);
  const groups = [...new Set([...namespaced.keys(), ...cluster.keys()])].sort();
  const lines = [header, ...preamble()];
  for (const group of groups)
    lines.push(...groupInterfaces(group, namespaced.get(group), cluster.get(group)));
  lines.push(
    '/** What a Role can grant: the namespaced resources of each built-in API group. */',
    ...groupMap('NamespacedResources', groups, (group) =>
      namespaced.has(group) ? `${pascal(group)}NamespacedResources` : undefined,
    ),
    '/** The cluster-scoped resources of each built-in API group; only a ClusterRole can grant them. */',
    ...groupMap('ClusterScopedResources', groups, (group) =>
      cluster.has(group) ? `${pascal(group)}ClusterResources` : undefined,
    ),
    '/** What a ClusterRole can grant: all resources of each built-in API group. */',
    ...groupMap('AllResources', groups, (group) => `${pascal(group)}Resources`),
  );
  return lines.join('\n');
}

function preamble(): string[] {
  const special = [...new Set(SPECIAL_PERMISSIONS.flatMap(({ verbs }) => verbs))]
    .filter((verb) => !STANDARD.includes(verb))
    .sort();
  return [
    '',
    '/** The verbs that most resources serve: all that the API server derives from a request. */',
    `export type StandardVerb = ${union(STANDARD)};`,
    '',
    '/** The verbs that a `status` or `scale` subresource serves. */',
    `export type StatusVerb = ${union(STATUS)};`,
    '',
    '/** The verbs that the API server asks for beside those of requests. */',
    `export type SpecialVerb = ${union(special)};`,
    '',
    '/** The wildcard for all resources of a group. */',
    'export interface EveryResource {',
    "  '*': StandardVerb | SpecialVerb;",
    '}',
    '',
  ];
}

function groupInterfaces(group: string, namespaced?: Resources, cluster?: Resources): string[] {
  const name = pascal(group);
  const label = group === '' ? 'the core group' : `\`${group}\``;
  const lines: string[] = [];
  const parents: string[] = [];
  if (namespaced !== undefined) {
    lines.push(`/** The namespaced resources of ${label}, with the verbs of each. */`);
    const parent = `${name}NamespacedResources`;
    lines.push(...resourceInterface(`${parent} extends EveryResource`, namespaced));
    const shared = [...namespaced.keys()].filter((resource) => cluster?.has(resource));
    parents.push(shared.length === 0 ? parent : `Omit<${parent}, ${union(shared)}>`);
  }
  if (cluster !== undefined) {
    lines.push(`/** The cluster-scoped resources of ${label}, with the verbs of each. */`);
    lines.push(...resourceInterface(`${name}ClusterResources`, cluster));
    parents.push(`${name}ClusterResources`);
  }
  lines.push(`/** All resources of ${label}, with the verbs of each. */`);
  if (namespaced === undefined) parents.push('EveryResource');
  lines.push(`export interface ${name}Resources extends ${parents.join(', ')} {}`, '');
  return lines;
}

function resourceInterface(heading: string, resources: Resources): string[] {
  const lines = [...resources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([resource, verbs]) => {
      return `  ${property(resource)}: ${verbType([...verbs])};`;
    });
  return [`export interface ${heading} {`, ...lines, '}', ''];
}

/** Group to resource (or `resource/subresource`) to verbs, of one scope. */
function collect(kinds: readonly KindInfo[], namespaced: boolean): Map<string, Resources> {
  const groups = new Map<string, Resources>();
  const add = (group: string, resource: string, verbs: readonly string[]): void => {
    const resources = groups.get(group) ?? new Map<string, Set<string>>();
    groups.set(group, resources);
    resources.set(resource, new Set([...(resources.get(resource) ?? []), ...verbs]));
  };
  const clusterScoped = new Set<string>();
  for (const { group, plural, verbs, subresources, ...kind } of kinds) {
    if (!kind.namespaced) clusterScoped.add(`${group}/${plural}`);
    if (kind.namespaced !== namespaced) continue;
    add(group, plural, verbs);
    for (const [name, subresource] of Object.entries(subresources)) {
      add(group, `${plural}/${name}`, subresource.verbs);
    }
    if (verbs.includes('update')) add(group, `${plural}/${FINALIZERS_SUBRESOURCE}`, ['update']);
  }
  for (const special of SPECIAL_PERMISSIONS) {
    const { group, resource, verbs } = special;
    // A cluster-scoped resource of which a Role can grant something stands in both.
    const inBoth = special.namespaced && clusterScoped.has(`${group}/${resource}`);
    if (special.namespaced === namespaced || inBoth) add(group, resource, verbs);
  }
  return groups;
}

function groupMap(
  name: string,
  groups: readonly string[],
  typeOf: (group: string) => string | undefined,
): string[] {
  const lines = groups.flatMap((group) => {
    const type = typeOf(group);
    return type === undefined ? [] : [`  ${property(group === '' ? 'core' : group)}: ${type};`];
  });
  return [`export interface ${name} {`, ...lines, '}', ''];
}

function verbType(verbs: readonly string[]): string {
  for (const [name, shared] of [
    ['StandardVerb', STANDARD],
    ['StatusVerb', STATUS],
  ] as const) {
    if (!shared.every((verb) => verbs.includes(verb))) continue;
    const rest = verbs.filter((verb) => !shared.includes(verb));
    if (name === 'StandardVerb' || rest.length === 0) return [name, ...rest.map(quote)].join(' | ');
  }
  return union(verbs);
}

function property(name: string): string {
  if (name.endsWith('/*')) return `[key: \`${name.slice(0, -1)}\${string}\`]`;
  return /^[a-z]+$/.test(name) ? name : quote(name);
}

/** `''` to `Core`, `rbac.authorization.k8s.io` to `RbacAuthorization`. */
function pascal(group: string): string {
  const words = (group === '' ? 'core' : group.replace(/\.k8s\.io$/, '')).split('.');
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}

function union(values: readonly string[]): string {
  return values.map(quote).join(' | ');
}

function quote(text: string): string {
  return `'${text}'`;
}
