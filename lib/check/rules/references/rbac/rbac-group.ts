/** The API group of roles and bindings. */
export const RBAC = 'rbac.authorization.k8s.io';
