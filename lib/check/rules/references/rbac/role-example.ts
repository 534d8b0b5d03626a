/** What the roles of examples differ in. */
export interface RoleExample {
  readonly kind?: 'ClusterRole' | 'Role';
  readonly group?: string;
  readonly resources: string;
  readonly verbs: string;
  readonly names?: string;
}

/** A Role `shop/reader`, or a ClusterRole `reader`, of one rule. */
export function roleExample({ kind = 'Role', group = '""', resources, verbs, names }: RoleExample): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: reader
${kind === 'Role' ? '  namespace: shop\n' : ''}rules:
  - apiGroups: [${group}]
    resources: [${resources}]
    verbs: [${verbs}]
${names === undefined ? '' : `    resourceNames: [${names}]\n`}`;
}
