/**
 * The roles that every API server makes when it starts, or that begin as only its own may.
 *
 * Upstream: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go and namespace_policy.go.
 */
const CLUSTER_ROLES: ReadonlySet<string> = new Set(['admin', 'cluster-admin', 'edit', 'view']);

/** Whether a role of that kind and name is there without anybody making it. */
export function isBuiltInRole(kind: string, namespace: string, name: string): boolean {
  if (kind === 'ClusterRole') return CLUSTER_ROLES.has(name) || name.startsWith('system:');
  if (namespace !== 'kube-system' && namespace !== 'kube-public') return false;
  return name.startsWith('system:') || name === 'extension-apiserver-authentication-reader';
}
