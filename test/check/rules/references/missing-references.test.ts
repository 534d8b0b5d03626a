import { checkManifests, findingsIn } from '../../manifests';

const pod = (spec: string, metadata = 'name: web, namespace: shop'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { ${metadata} }\nspec: { containers: [{ name: web, image: "example.com/web:1", ports: [{ name: http, containerPort: 80 }], ${spec}\n---\n`;
const withEnvFrom = (source: string): string => pod(`envFrom: [{ ${source} }] }] }`);
const withVolume = (volume: string): string => pod(`}], volumes: [{ name: v, ${volume} }] }`);
const secret = (name: string, rest = 'stringData: { a: b }', namespace = 'shop'): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: ${namespace} }\n${rest}\n---\n`;
const custom = (apiVersion: string, kind: string, name: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n---\n`;

const only = (text: string, code: string) => {
  const found = checkManifests(text).filter((each) => each.code === code);
  expect(found).toHaveLength(1);
  return found[0];
};
const missing = (text: string): readonly string[] =>
  checkManifests(text)
    .filter(({ code }) => /^K3(03|0[6-9]|1[0-4])$/.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);

describe('a Secret that nothing provides', () => {
  test('is told with the nearest, the namespace that has it, and the line that declares it', () => {
    const found = only(
      withEnvFrom('secretRef: { name: database }') + secret('databse') + secret('database', '', 'other'),
      'K307',
    );
    expect(found).toMatchObject({
      severity: 'error',
      title: 'Pod `shop/web` takes variables from the Secret `database`, which is not there',
      path: '/spec/containers/0/envFrom/0/secretRef/name',
      notes: [
        'the container web does not start: CreateContainerConfigError, secret "database" not found',
        'there is one in `other`, but a pod takes each Secret from its own namespace',
      ],
      help: [
        'did you mean `databse`?',
        "if something else makes this Secret: declare it in kubewright.config.ts, external: { objects: [{ kind: 'Secret', namespace: 'shop', name: 'database' }] }",
      ],
    });
    expect(found?.spans.map(({ label }) => label)).toEqual([
      'containers[0].envFrom[0].secretRef.name is `database`',
      'nearest: Secret `databse`',
      'of this name, in `other`',
    ]);
  });

  test('is told once a workload, however many fields name it', () => {
    const text = pod(
      'envFrom: [{ secretRef: { name: db } }] }], volumes: [{ name: v, secret: { secretName: db } }] }',
    );
    expect(only(text, 'K307')?.notes.at(-1)).toBe('1 more field of this Pod names it');
  });

  test('is nothing where the pod does without it, or where it is declared', () => {
    expect(missing(withEnvFrom('secretRef: { name: db, optional: true }'))).toEqual([]);
    const text = withVolume('secret: { secretName: db }');
    expect(missing(text)).toEqual(['K307 error']);
    const external = { objects: [{ kind: 'Secret', namespace: 'shop', name: 'd*' }] };
    expect(findingsIn(text, { external }).filter((each) => each.startsWith('K307'))).toEqual([]);
  });

  test.each([
    ['projected: { sources: [{ secret: { name: db } }] }', 1],
    ['projected: { sources: [{ secret: { name: db, optional: true } }] }', 0],
    ['csi: { driver: d.example.com, nodePublishSecretRef: { name: db } }', 1],
    ['azureFile: { shareName: s, secretName: db }', 1],
    ['emptyDir: {}', 0],
  ])('is looked for in every volume: %s', (volume, count) => {
    expect(missing(withVolume(volume))).toHaveLength(count);
  });

  test('has the consequence of what needs it', () => {
    const note = (volume: string) => only(withVolume(volume), 'K307')?.notes[0];
    expect(note('secret: { secretName: db }')).toBe(
      'the pod stays in ContainerCreating: FailedMount, MountVolume.SetUp failed for volume "v" : secret "db" not found',
    );
    expect(note('projected: { sources: [{ secret: { name: db } }] }')).toBe(
      note('secret: { secretName: db }'),
    );
    expect(note('csi: { driver: d.example.com, nodePublishSecretRef: { name: db } }')).toBe(
      'the pod stays in ContainerCreating: FailedMount, as the driver of the volume "v" gets no credentials',
    );
  });

  test('may be made by a program of the set', () => {
    const needs = withVolume('secret: { secretName: web-tls }');
    const job = `apiVersion: batch/v1\nkind: Job\nmetadata: { name: certs, namespace: shop }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: c, image: "example.com/certs:1", args: ["--secret-name=web-tls"] }] } } }\n---\n`;
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: certs, namespace: shop }
rules: [{ apiGroups: [""], resources: [secrets], verbs: [create] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: certs, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: certs }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
---
`;
    expect(missing(needs + job)).toEqual(['K307 warning']);
    expect(only(needs + job, 'K307')?.notes[0]).toBe(
      'Job `shop/certs` is given this name as an argument, and may make it',
    );
    expect(missing(needs + role)).toEqual(['K307 warning']);
    expect(missing(needs + role + job)).toEqual([]);
    expect(missing(needs + role.replaceAll('namespace: shop', 'namespace: other'))).toEqual(['K307 error']);
  });
});

describe('a Secret that an operator is asked for', () => {
  const needs = (name: string, key: string): string =>
    pod(`env: [{ name: A, valueFrom: { secretKeyRef: { name: ${name}, key: ${key} } } }] }] }`);

  test.each([
    [
      'SealedSecret',
      custom('bitnami.com/v1alpha1', 'SealedSecret', 'db', '{ encryptedData: { password: x } }'),
    ],
    [
      'ExternalSecret',
      custom(
        'external-secrets.io/v1',
        'ExternalSecret',
        'any',
        '{ target: { name: db }, data: [{ secretKey: password, remoteRef: { key: a } }] }',
      ),
    ],
    [
      'SecretProviderClass',
      custom(
        'secrets-store.csi.x-k8s.io/v1',
        'SecretProviderClass',
        'any',
        '{ secretObjects: [{ secretName: db, type: Opaque, data: [{ key: password, objectName: a }] }] }',
      ),
    ],
    [
      'kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nsecretGenerator: [{ name: db, literals: [password=a=b] }]\n',
    ],
    [
      'SopsSecret',
      custom(
        'isindir.github.com/v1alpha3',
        'SopsSecret',
        'any',
        '{ secretTemplates: [{ name: db, stringData: { password: x } }] }',
      ),
    ],
  ])('is there, with the keys that it will have: %s', (_, maker) => {
    expect(missing(needs('db', 'password') + maker)).toEqual([]);
    expect(missing(needs('db', 'passwort') + maker)).toEqual(['K308 error']);
    expect(missing(needs('other', 'password') + maker)).toEqual(['K307 error']);
  });

  test('has keys that nobody knows where it is fetched as a whole', () => {
    const all = custom(
      'external-secrets.io/v1',
      'ExternalSecret',
      'db',
      '{ dataFrom: [{ extract: { key: a } }] }',
    );
    expect(missing(needs('db', 'any') + all)).toEqual([]);
    const template = all.replace('dataFrom', 'target: { template: { data: { url: x } } }, dataFrom');
    expect(missing(needs('db', 'any') + template)).toEqual(['K308 error']);
    const merged = template.replace('template: {', 'template: { mergePolicy: Merge,');
    expect(missing(needs('db', 'any') + merged)).toEqual([]);
    const none = all.replace('dataFrom', 'target: { creationPolicy: Merge }, dataFrom');
    expect(missing(needs('db', 'any') + none)).toEqual(['K307 error']);
  });

  test('is that of a Certificate, or of an Ingress that asks cert-manager', () => {
    const certificate = custom('cert-manager.io/v1', 'Certificate', 'web', '{ secretName: web-tls }');
    expect(missing(needs('web-tls', 'tls.crt') + certificate)).toEqual([]);
    expect(missing(needs('web-tls', 'tls.pem') + certificate)).toEqual(['K308 error']);
    const ingress = (annotation: string): string =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: shop, annotations: { ${annotation}: le } }\nspec: { tls: [{ secretName: web-tls, hosts: [a.example.com] }] }\n---\n`;
    expect(missing(needs('web-tls', 'tls.crt') + ingress('cert-manager.io/cluster-issuer'))).toEqual([]);
    expect(missing(needs('web-tls', 'tls.crt') + ingress('example.com/issuer'))).toEqual(['K307 error']);
  });

  test('is one that begins with the name of a custom resource of a kind that may make something', () => {
    const database = custom('example.com/v1', 'Database', 'db', '{}');
    expect(missing(needs('db-admin', 'password') + database)).toEqual([]);
    expect(missing(needs('dbadmin', 'password') + database)).toEqual(['K307 error']);
    const monitor = custom('monitoring.coreos.com/v1', 'ServiceMonitor', 'db', '{}');
    expect(missing(needs('db-admin', 'password') + monitor)).toEqual(['K307 error']);
  });
});

describe('a key', () => {
  const needs = (kind: 'configMap' | 'secret', key: string): string =>
    pod(`env: [{ name: A, valueFrom: { ${kind}KeyRef: { name: conf, key: ${key} } } }] }] }`);
  const map = (rest: string, name = 'conf'): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\n${rest}\n---\n`;

  test('is that of data, binaryData or stringData', () => {
    expect(missing(needs('configMap', 'a') + map('data: { a: b }'))).toEqual([]);
    expect(missing(needs('configMap', 'a') + map('binaryData: { a: Yg== }'))).toEqual([]);
    expect(missing(needs('secret', 'a') + secret('conf', 'data: { a: Yg== }'))).toEqual([]);
    expect(missing(needs('secret', 'a') + secret('conf', 'stringData: { a: b }'))).toEqual([]);
    expect(missing(needs('configMap', 'A') + map('data: { a: b }'))).toEqual(['K306 error']);
  });

  test('may be in any of several objects that are one to the server', () => {
    const twice = map('data: { a: b }') + map('data: { c: d }');
    expect(missing(needs('configMap', 'a') + twice)).toEqual([]);
    expect(missing(needs('configMap', 'e') + twice)).toEqual(['K306 error']);
  });

  test('that is missing shows those that there are, the nearest first', () => {
    const found = only(needs('configMap', 'log-level') + map('data: { a: b, LOG_LEVEL: info }'), 'K306');
    expect(found?.spans[1]?.label).toBe('keys: `LOG_LEVEL`, `a`');
    expect(found?.help).toEqual(['did you mean `LOG_LEVEL`?']);
    expect(found?.notes).toEqual([
      "the container web does not start: CreateContainerConfigError, couldn't find key log-level in ConfigMap shop/conf",
    ]);
  });

  test('may be in another object of the namespace', () => {
    const text = needs('configMap', 'colour') + map('data: { a: b }') + map('data: { colour: red }', 'theme');
    expect(only(text, 'K306')?.help).toEqual(['take it from the ConfigMap `theme`']);
  });

  test('of an object that something else fills in is not known', () => {
    const empty = needs('secret', 'a') + secret('conf', 'type: Opaque');
    expect(missing(empty)).toEqual(['K308 warning']);
    const token = secret('conf', 'type: kubernetes.io/service-account-token');
    expect(missing(needs('secret', 'a') + token)).toEqual([]);
    const external = { objects: [{ kind: 'Secret', namespace: 'shop', name: 'conf' }] };
    expect(findingsIn(empty, { external }).filter((each) => /^K30[78]/.test(each))).toEqual([]);
  });
});

describe('what a pod needs beside that', () => {
  test('a ServiceAccount, by whichever of the two fields counts', () => {
    const as = (fields: string): readonly string[] => missing(pod(`}], ${fields} }`));
    expect(as('serviceAccountName: default')).toEqual([]);
    expect(as('serviceAccountName: web')).toEqual(['K310 error']);
    expect(as('serviceAccount: web')).toEqual(['K310 error']);
    expect(as('serviceAccount: web, serviceAccountName: default')).toEqual([]);
  });

  test('a claim, which a StatefulSet may make', () => {
    const set = `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db, namespace: shop }\nspec: { replicas: 2, ordinals: { start: 1 }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: "example.com/c:1" }], volumes: [{ name: data, persistentVolumeClaim: { claimName: none } }] } }, volumeClaimTemplates: [{ metadata: { name: data }, spec: {} }] }\n---\n`;
    const mounts = (claim: string): readonly string[] =>
      missing(withVolume(`persistentVolumeClaim: { claimName: ${claim} }`) + set);
    expect(mounts('data-db-2')).toEqual([]);
    expect(mounts('data-db-0')).toEqual(['K309 error']);
    expect(mounts('data-db-3')).toEqual(['K309 error']);
  });

  test('a pull secret of a type that is looked into', () => {
    const pulls = (rest: string): readonly string[] =>
      missing(pod('}], imagePullSecrets: [{ name: reg }, { name: reg }] }') + rest);
    expect(pulls('')).toEqual(['K311 warning']);
    expect(pulls(secret('reg'))).toEqual(['K312 error']);
    expect(pulls(secret('reg', 'type: kubernetes.io/dockercfg\nstringData: { .dockercfg: "{}" }'))).toEqual(
      [],
    );
  });

  test('its classes', () => {
    expect(missing(pod('}], priorityClassName: system-node-critical }'))).toEqual([]);
    expect(missing(pod('}], priorityClassName: high, runtimeClassName: gvisor }'))).toEqual([
      'K313 error',
      'K314 error',
    ]);
  });
});
