// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type ClusterRoleRules, type RoleRules } from '../../../lib/patterns/rbac/role-rules';

export const accepted: RoleRules = {
  core: {
    pods: ['get', 'list', 'watch', 'deletecollection'],
    'pods/log': ['get'],
    'pods/exec': ['create', 'get'],
    'pods/proxy': ['get', 'create', 'update', 'patch', 'delete'],
    'serviceaccounts/token': ['create'],
    serviceaccounts: ['impersonate'],
    secrets: ['*'],
  },
  apps: { deployments: ['*'], 'deployments/scale': ['patch'], 'deployments/finalizers': ['update'] },
  'rbac.authorization.k8s.io': { roles: ['bind', 'escalate'], clusterroles: ['bind'] },
  batch: { '*': ['*'] },
};

export const acceptedForCluster: ClusterRoleRules = {
  core: {
    namespaces: ['list'],
    nodes: ['get'],
    'nodes/metrics': ['get'],
    users: ['impersonate'],
    pods: ['list'],
  },
  'authentication.k8s.io': { 'userextras/scopes': ['impersonate'] },
  'certificates.k8s.io': { signers: ['approve', 'sign'] },
  'rbac.authorization.k8s.io': { clusterroles: ['get', 'bind', 'escalate'] },
};

// @ts-expect-error: nothing is called `namespace`
export const singular: RoleRules = { core: { namespace: ['get'] } };
// @ts-expect-error: nor in a ClusterRole
export const singularInCluster: ClusterRoleRules = { core: { namespace: ['get'] } };
// @ts-expect-error: namespaces are not namespaced
export const clusterScoped: RoleRules = { core: { namespaces: ['get'] } };
// @ts-expect-error: Deployments are in `apps`
export const wrongGroup: RoleRules = { core: { deployments: ['get'] } };
// @ts-expect-error: no such group
export const unknownGroup: RoleRules = { extensions: { ingresses: ['get'] } };
// @ts-expect-error: no such verb
export const unknownVerb: RoleRules = { core: { pods: ['read'] } };
// @ts-expect-error: a log cannot be listed
export const unservedVerb: RoleRules = { core: { 'pods/log': ['list'] } };
// @ts-expect-error: namespaces cannot be deleted as a collection
export const noCollection: ClusterRoleRules = { core: { namespaces: ['deletecollection'] } };
// @ts-expect-error: reviews are created only
export const review: ClusterRoleRules = { 'authorization.k8s.io': { subjectaccessreviews: ['get'] } };
// @ts-expect-error: escalating a ClusterRole takes a ClusterRole
export const escalate: RoleRules = { 'rbac.authorization.k8s.io': { clusterroles: ['escalate'] } };
// @ts-expect-error: `bind` is of roles
export const bindPods: RoleRules = { core: { pods: ['bind'] } };
// @ts-expect-error: a group of cluster-scoped kinds only
export const clusterGroup: RoleRules = { 'node.k8s.io': { runtimeclasses: ['get'] } };
