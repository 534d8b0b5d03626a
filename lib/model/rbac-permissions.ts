import { type KubernetesVersion, compareKubernetesVersions } from './kubernetes-version';
import { findResource, isServedIn } from './kinds';
import { FINALIZERS_SUBRESOURCE, SPECIAL_PERMISSIONS } from './special-permissions';

/** What can be granted on a built-in resource. */
export interface ResourceVerbs {
  /** The verbs that a ClusterRole bound by a ClusterRoleBinding can grant. */
  readonly verbs: readonly string[];
  /** Those of them that a Role can grant; empty for a cluster-scoped resource. */
  readonly namespacedVerbs: readonly string[];
}

/**
 * The verbs that mean something on a resource, or `resource/subresource`, of a built-in group at that
 * minor; undefined when there is no such resource. Wildcards, and the `impersonate-on:` verbs of constrained
 * impersonation, which go with every resource, are the caller's to see to.
 *
 * @example
 * findResourceVerbs('', 'pods/log', '1.34')?.verbs; // ['get']
 * findResourceVerbs('', 'namespaces', '1.34')?.namespacedVerbs; // []
 */
export function findResourceVerbs(
  group: string,
  resource: string,
  minor: KubernetesVersion,
): ResourceVerbs | undefined {
  const served = servedVerbs(group, resource, minor);
  const special = SPECIAL_PERMISSIONS.filter(
    (permission) =>
      permission.group === group &&
      matches(permission.resource, resource) &&
      (permission.since === undefined || compareKubernetesVersions(permission.since, minor) <= 0),
  );
  if (served === undefined && special.length === 0) return undefined;
  const namespacedSpecial = special.filter(({ namespaced }) => namespaced);
  return {
    verbs: union([served?.verbs ?? [], ...special.map(({ verbs }) => verbs)]),
    namespacedVerbs: union([
      served?.namespaced === true ? served.verbs : [],
      ...namespacedSpecial.map(({ verbs }) => verbs),
    ]),
  };
}

function servedVerbs(
  group: string,
  resource: string,
  minor: KubernetesVersion,
): { readonly verbs: readonly string[]; readonly namespaced: boolean } | undefined {
  const [plural = '', subresource] = resource.split(/\/(.*)/s);
  const info = findResource(group, plural);
  if (!info?.versions.some((version) => isServedIn(version, minor))) return undefined;
  const { namespaced } = info;
  if (subresource === undefined) return { verbs: info.verbs, namespaced };
  if (subresource === FINALIZERS_SUBRESOURCE && info.verbs.includes('update')) {
    return { verbs: ['update'], namespaced };
  }
  const found = Object.hasOwn(info.subresources, subresource) ? info.subresources[subresource] : undefined;
  return found !== undefined && isServedIn(found, minor) ? { verbs: found.verbs, namespaced } : undefined;
}

function matches(pattern: string, resource: string): boolean {
  return pattern.endsWith('/*')
    ? resource.length > pattern.length - 1 && resource.startsWith(pattern.slice(0, -1))
    : pattern === resource;
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
