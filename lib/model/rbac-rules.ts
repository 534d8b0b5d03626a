import { type AllResources, type NamespacedResources } from './rbac-resources.gen';

/** Rules on one API group: a resource, or `resource/subresource`, to the verbs granted on it. */
export type GroupRules<Resources> = {
  readonly [Resource in keyof Resources]?: readonly (Resources[Resource] | '*')[];
};

/**
 * What a Role grants on built-in resources, by API group; the core group is `core`. A resource that is not
 * namespaced and a verb that the resource does not serve are type errors.
 *
 * @example
 * const rules: RoleRules = { core: { pods: ['get', 'list'], 'pods/log': ['get'] }, apps: { deployments: ['*'] } };
 */
export type RoleRules = {
  readonly [Group in keyof NamespacedResources]?: GroupRules<NamespacedResources[Group]>;
};

/**
 * What a ClusterRole grants on built-in resources, by API group; the core group is `core`.
 *
 * @example
 * const rules: ClusterRoleRules = { core: { nodes: ['get', 'list', 'watch'], 'nodes/metrics': ['get'] } };
 */
export type ClusterRoleRules = {
  readonly [Group in keyof AllResources]?: GroupRules<AllResources[Group]>;
};
