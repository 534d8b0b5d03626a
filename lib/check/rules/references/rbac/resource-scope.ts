import { groupOf } from '../../../../model/api-version';
import { KINDS } from '../../../../model/kinds.gen';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../../model/kubernetes-version';
import { findResourceVerbs } from '../../../../model/rbac-permissions';
import { REMOVED_KINDS } from '../../../../model/removed-kinds';

/** Every resource matches it; so does every group. */
export const ANY = '*';

let knownGroups: ReadonlySet<string> | undefined;

/**
 * Whether all resources of the group are known: it is built in, and some covered minor has it. What older groups, such
 * as `extensions`, once had is not.
 */
export function isJudgedGroup(group: string): boolean {
  return (knownGroups ??= new Set(KINDS.map((info) => info.group))).has(group);
}

/**
 * Whether a rule that grants this resource (`pods`, `pods/log`, `*` + `/scale`) of a built-in group grants anything in
 * any covered minor. A resource that was removed before those counts too: there it is old, not unknown.
 *
 * Upstream: `ResourceMatches`, pkg/apis/rbac/v1/evaluation_helpers.go. `pods/*` matches nothing there.
 */
export function isKnownResource(group: string, resource: string): boolean {
  if (resource === ANY) return true;
  if (resource.startsWith('*/')) return subresources().has(resource.slice(2));
  if (KUBERNETES_VERSIONS.some((minor) => findResourceVerbs(group, resource, minor) !== undefined))
    return true;
  return (
    ELSEWHERE.has(`${group} ${resource}`) || removedPlurals().has(`${group} ${resource.split('/')[0] ?? ''}`)
  );
}

/**
 * The verbs of a rule on a resource that only a ClusterRole can grant, since a request with such a verb has no
 * namespace; empty when there are none or it hangs on the cluster.
 */
export function clusterOnlyVerbs(
  group: string,
  resource: string,
  verbs: readonly string[],
  minor: KubernetesVersion,
): readonly string[] {
  const known = findResourceVerbs(group, resource, minor);
  if (known === undefined) return [];
  const inNamespace = isNamespaceItself(group, resource) ? OF_ONE_NAMESPACE : known.namespacedVerbs;
  if (verbs.includes(ANY)) return inNamespace.length === 0 ? [ANY] : [];
  return verbs.filter((verb) => known.verbs.includes(verb) && !inNamespace.includes(verb));
}

/**
 * A request for one Namespace is made in that namespace, so a Role there can grant it.
 *
 * Upstream: `NewRequestInfo`, k8s.io/apiserver/pkg/endpoints/request/requestinfo.go.
 */
const OF_ONE_NAMESPACE: readonly string[] = ['get', 'update', 'patch', 'delete'];

function isNamespaceItself(group: string, resource: string): boolean {
  return group === '' && (resource === 'namespaces' || resource.startsWith('namespaces/'));
}

/** What no covered minor of Kubernetes asks for, though others do, so that widespread roles grant it. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // OpenShift; Kubernetes' own endpoint controller has it for that (bootstrappolicy/controller_policy.go).
  ' endpoints/restricted',
  // The kubelet before 1.21 (pkg/kubelet/server/auth.go).
  ' nodes/spec',
]);

let knownSubresources: ReadonlySet<string> | undefined;

function subresources(): ReadonlySet<string> {
  return (knownSubresources ??= new Set([
    ...KINDS.flatMap((info) => Object.keys(info.subresources)),
    'finalizers',
  ]));
}

let knownRemoved: ReadonlySet<string> | undefined;

/** No table has the plurals of removed kinds; these are made as their resources were named. */
function removedPlurals(): ReadonlySet<string> {
  return (knownRemoved ??= new Set(
    REMOVED_KINDS.map(({ apiVersion, kind }) => {
      const singular = kind.toLowerCase();
      const plural = singular.endsWith('y')
        ? `${singular.slice(0, -1)}ies`
        : `${singular}${/(?:s|x|ch|sh)$/.test(singular) ? 'es' : 's'}`;
      return `${groupOf(apiVersion)} ${plural}`;
    }),
  ));
}
