import type { k8s } from 'cdk8s-plus-28';
import { type AllResources, type NamespacedResources } from '../../model/rbac-resources.gen';
import { type Wire } from '../manifest/wire';

/** What may be done with a resource: verbs, or verbs on the objects of some names only. */
export type Grant<Verb> =
  | readonly (Verb | '*')[]
  | {
      readonly verbs: readonly (Verb | '*')[];
      /** Names of objects. `list`, `watch`, `create` and `deletecollection` cannot be told by name. */
      readonly names: readonly string[];
    };

/** Rules on one API group: a resource, or `resource/subresource`, to what is granted on it. */
export type GroupRules<Resources> = {
  readonly [Resource in keyof Resources]?: Grant<Resources[Resource]>;
};

/**
 * What a Role grants, by API group and resource; `core` is the group without a name. Only resources that
 * live in a namespace, only verbs that they serve: `{ core: { pods: ['get', 'list'] } }`.
 */
export type RoleRules = {
  readonly [Group in keyof NamespacedResources]?: GroupRules<NamespacedResources[Group]>;
};

/** What a ClusterRole grants, by API group and resource; see {@link RoleRules}. */
export type ClusterRoleRules = {
  readonly [Group in keyof AllResources]?: GroupRules<AllResources[Group]>;
};

/** The rules of a Role in the fields of the manifest: for custom resources, and all that has no type. */
export type PolicyRule = Wire<k8s.PolicyRule>;

/** The `rules` of a Role: resources of one group that have the same verbs and names share one. */
export function policyRules(
  rules: RoleRules | ClusterRoleRules | undefined,
  customRules: readonly PolicyRule[] = [],
): readonly PolicyRule[] {
  const made = new Map<
    string,
    { apiGroups: string[]; resources: string[]; verbs: string[]; resourceNames?: string[] }
  >();
  for (const [group, resources] of Object.entries(rules ?? {}) as [string, Record<string, Grant<string>>][]) {
    for (const [resource, grant] of Object.entries(resources)) {
      const { verbs, names } = isVerbs(grant) ? { verbs: grant, names: undefined } : grant;
      const key = JSON.stringify([group, verbs, names]);
      const rule = made.get(key);
      if (rule !== undefined) {
        rule.resources.push(resource);
        continue;
      }
      made.set(key, {
        apiGroups: [group === 'core' ? '' : group],
        resources: [resource],
        verbs: [...verbs],
        ...(names && { resourceNames: [...names] }),
      });
    }
  }
  return [...made.values(), ...customRules];
}

function isVerbs(grant: Grant<string>): grant is readonly string[] {
  return Array.isArray(grant);
}
