import { checkManifests } from '../../manifests';

const unused = (text: string): readonly string[] =>
  checkManifests(text)
    .filter(({ code }) => /^K34[0-3]$/.test(code))
    .map(({ code, object }) => `${code} ${object?.name ?? ''}`);

const POD = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web, image: "a:1", REST }] }\n---\n`;
const pod = (rest = 'tty: false'): string => POD.replace('REST', rest);
const object = (kind: string, name: string, metadata = '', rest = ''): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop${metadata} }\n${rest}\n---\n`;

test('what nothing names is told of', () => {
  const text =
    object('ConfigMap', 'a') +
    object('Secret', 'b') +
    object('PersistentVolumeClaim', 'c') +
    object('ServiceAccount', 'd');
  expect(unused(text + pod())).toEqual(['K340 a', 'K341 b', 'K342 c', 'K343 d']);
  // Without pods it may all be for somebody else's.
  expect(unused(text)).toEqual([]);
});

test.each([
  ['an argument', pod('args: ["--config=shop/conf"]')],
  ['the value of a variable', pod('env: [{ name: A, value: conf }]')],
  ['an annotation', pod().replace('name: web, namespace', 'annotations: { a: conf }, name: web, namespace')],
  [
    'a ConfigMap',
    pod('envFrom: [{ configMapRef: { name: other } }]') +
      object('ConfigMap', 'other', '', 'data: { a: "name: conf" }'),
  ],
  [
    'a custom resource',
    `${pod()}apiVersion: example.com/v1\nkind: App\nmetadata: { name: a, namespace: shop }\nspec: { from: conf }\n`,
  ],
  ['a reference that is misspelled', pod('envFrom: [{ configMapRef: { name: cnf } }]')],
])('what is named by %s is used', (_, text) => {
  expect(unused(object('ConfigMap', 'conf') + text)).toEqual([]);
});

test('what merely has the same name is no use', () => {
  const text =
    object('ConfigMap', 'web', ', labels: { app: web }') +
    object('Service', 'web', '', 'spec: { selector: { app: web }, ports: [{ port: 80 }] }');
  expect(unused(text + pod())).toEqual(['K340 web']);
});

test('what others may look for is used', () => {
  expect(unused(object('ConfigMap', 'conf', ', labels: { grafana_dashboard: "1" }') + pod())).toEqual([]);
  const reader = (namespace: string, rule: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: ${namespace} }
rules: [{ apiGroups: [""], ${rule} }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader, namespace: ${namespace} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
---
`;
  const both = object('ConfigMap', 'conf') + pod();
  const list = 'resources: [configmaps], verbs: [list]';
  expect(unused(both + reader('shop', list))).toEqual([]);
  expect(unused(both + reader('other', list))).toEqual(['K340 conf']);
  expect(unused(both + reader('shop', 'resources: [configmaps], verbs: [get], resourceNames: [x]'))).toEqual([
    'K340 conf',
  ]);
  expect(unused(both + reader('shop', 'resources: [pods], verbs: [create]'))).toEqual([]);
});

test('what a program with an account from elsewhere may read is used', () => {
  const operator = POD.replace('REST }]', 'tty: false }], serviceAccountName: operator');
  expect(unused(object('ConfigMap', 'conf') + operator)).toEqual([]);
  expect(unused(object('ConfigMap', 'conf') + object('ServiceAccount', 'operator') + operator)).toEqual([
    'K340 conf',
  ]);
});

test('Secrets and accounts for the cluster itself are used', () => {
  const token = object('Secret', 'token', '', 'type: kubernetes.io/service-account-token');
  expect(unused(token + object('ServiceAccount', 'default') + pod())).toEqual([]);
});

test('certificates and pull secrets are used', () => {
  const ingress = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: shop }\nspec: { tls: [{ secretName: tls }] }\n---\n`;
  const account = object('ServiceAccount', 'default', '', 'imagePullSecrets: [{ name: reg }]');
  expect(unused(object('Secret', 'tls') + object('Secret', 'reg') + ingress + account + pod())).toEqual([]);
});
