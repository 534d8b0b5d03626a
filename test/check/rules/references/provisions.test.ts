import { checkManifests } from '../../manifests';

const needs = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web, image: "a:1", env: [{ name: A, valueFrom: { secretKeyRef: { name: ${name}, key: password } } }] }] }\n---\n`;
const made = (apiVersion: string, kind: string, spec: string, metadata = 'namespace: shop'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: x, ${metadata} }\nspec: ${spec}\n---\n`;
const codes = (text: string): readonly string[] =>
  checkManifests(text).flatMap(({ code }) => (code === 'K307' || code === 'K308' ? code : []));

test.each([
  [
    'db',
    made(
      'external-secrets.io/v1',
      'ClusterExternalSecret',
      '{ externalSecretName: db, externalSecretSpec: { dataFrom: [{}] } }',
      'labels: {}',
    ),
  ],
  [
    'db',
    made('secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', '{ destination: { name: db, create: true } }'),
  ],
  ['x', made('onepassword.com/v1', 'OnePasswordItem', '{ itemPath: a }')],
  [
    'db',
    made(
      'secrets.doppler.com/v1alpha1',
      'DopplerSecret',
      '{ managedSecret: { name: db, namespace: shop } }',
      'namespace: doppler',
    ),
  ],
  [
    'db',
    made(
      'secrets.infisical.com/v1alpha1',
      'InfisicalSecret',
      '{ managedKubeSecretReferences: [{ secretName: db, secretNamespace: shop }] }',
    ),
  ],
  ['x-app', made('postgresql.cnpg.io/v1', 'Cluster', '{ instances: 1 }')],
  [
    'db',
    made(
      'database.example.org/v1',
      'Instance',
      '{ writeConnectionSecretToRef: { name: db, namespace: shop } }',
      'labels: {}',
    ),
  ],
])('the Secret %s is made by an operator: %#', (name, maker) => {
  expect(codes(needs(name) + maker)).toEqual([]);
  expect(codes(needs('other') + maker)).toEqual(['K307']);
});

test('an operator that only fills a Secret in makes none', () => {
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata: { name: db, namespace: shop }\nstringData: { a: b }\n---\n';
  for (const maker of [
    made('secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', '{ destination: { name: db } }'),
    made('external-secrets.io/v1', 'ExternalSecret', '{ target: { name: db, creationPolicy: Merge } }'),
  ]) {
    expect(codes(needs('db') + maker)).toEqual(['K307']);
    expect(codes(needs('db') + secret + maker)).toEqual([]);
  }
  expect(codes(needs('db') + secret)).toEqual(['K308']);
});
