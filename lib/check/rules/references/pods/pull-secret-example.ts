/** What the examples about pull secrets differ in. */
export interface PullSecretExample {
  readonly by?: 'Pod' | 'ServiceAccount';
  readonly named?: string;
  readonly type?: string;
}

/** Manifests of the Secret `regcred`, and of who names it. */
export function pullSecretExample({
  by = 'Pod',
  named = 'regcred',
  type = 'kubernetes.io/dockerconfigjson',
}: PullSecretExample): string {
  const item = `- name: ${named}`;
  const user =
    by === 'Pod'
      ? `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  imagePullSecrets:
    ${item}
  containers:
    - name: web
      image: registry.example.com/web:1.0.0
`
      : `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
imagePullSecrets:
  ${item}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example.com/web:1.0.0
`;
  return `${user}---
apiVersion: v1
kind: Secret
metadata:
  name: regcred
  namespace: shop
type: ${type}
stringData:
  .dockerconfigjson: '{"auths":{"registry.example.com":{"username":"web","password":"example"}}}'
`;
}
