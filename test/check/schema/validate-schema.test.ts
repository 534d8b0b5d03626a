import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { type SchemaProblem } from '../../../lib/check/schema/schema-problem';
import { validateSchema } from '../../../lib/check/schema/validate-schema';
import { type JsonObject } from '../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';

function problems(yaml: string, version: KubernetesVersion = '1.35'): readonly SchemaProblem[] {
  return validateSchema(parse(yaml) as JsonObject, { version });
}

/** Kind and pointer of each problem. */
function found(yaml: string, version?: KubernetesVersion): string[] {
  return problems(yaml, version).map(({ kind, pointer }) => `${kind} ${pointer}`);
}

function only(yaml: string, version?: KubernetesVersion): SchemaProblem {
  const list = problems(yaml, version);
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`not one problem: ${JSON.stringify(list)}`);
  return first;
}

describe('objects that nobody wrote as JSON', () => {
  const pod = (args: unknown): JsonObject =>
    ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'a', image: 'a', args }] },
    }) as unknown as JsonObject;
  const pointers = (object: JsonObject): readonly string[] =>
    validateSchema(object, { version: '1.35' }).map(({ kind, pointer }) => `${kind} ${pointer}`);

  test('have no items that are undefined', () => {
    expect(pointers(pod([undefined, 'a']))).toEqual(['wrong-type /spec/containers/0/args/0']);
  });

  test('are looked at without what they inherit', () => {
    Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true, configurable: true });
    try {
      expect(pointers(pod(['a']))).toEqual([]);
      expect(pointers(pod([1]))).toEqual(['wrong-type /spec/containers/0/args/0']);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
    }
  });
});

/** A Deployment with these lines in its container, at their indentation. */
function deployment(container: string, spec = ''): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
${spec}
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx
${container}
`;
}

describe('fields', () => {
  it('takes an object that has nothing wrong', () => {
    expect(found(deployment('          ports: [{ containerPort: 80 }]', '  replicas: 3'))).toEqual([]);
  });

  it('names the field that was meant, with the value to write', () => {
    const problem = only(deployment('', '  replica: 3'));
    expect(problem).toMatchObject({ kind: 'unknown-field', pointer: '/spec/replica' });
    expect(problem.help).toEqual(['did you mean `replicas: 3`?']);
    const beside = problems(deployment('', '  replica: 3\n  replicas: 2'));
    expect(beside.map(({ help }) => help)).toEqual([[expect.not.stringContaining('did you mean')]]);
  });

  it('tells upper from lower case', () => {
    expect(only(deployment('          imagePullpolicy: Always')).help).toEqual([
      'did you mean `imagePullPolicy: Always`?',
    ]);
  });

  it('does not also miss the required field that is misspelled', () => {
    expect(found('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { container: [] }')).toEqual([
      'unknown-field /spec/container',
    ]);
  });

  it('finds where a field belongs that is a level too deep', () => {
    const problem = only(`
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: web
      image: nginx
      hostNetwork: true
`);
    expect(problem.pointer).toBe('/spec/containers/0/hostNetwork');
    expect(problem.help).toEqual(['`hostNetwork` belongs further out: write it as `spec.hostNetwork`']);
  });

  it('finds where a field belongs that is not deep enough', () => {
    const problem = only(deployment('          limits: { memory: 1Gi }'));
    expect(problem.help).toEqual([
      '`limits` is a field of `resources`: write it as `spec.template.spec.containers[0].resources.limits`',
    ]);
  });

  it('knows the fields of former versions of a kind', () => {
    const problem = only(`
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: ReplicaSet, name: web }
  metrics: [{ type: Resource, resource: { name: cpu, targetAverageUtilization: 30 } }]
`);
    expect(problem.pointer).toBe('/spec/metrics/0/resource/targetAverageUtilization');
    expect(problem.notes).toEqual(['`targetAverageUtilization` is a field of autoscaling/v2beta1']);
    expect(problem.help).toEqual(['write `target: { type: Utilization, averageUtilization: 30 }`']);
  });

  it('takes a field whose name is on every object in JavaScript for unknown', () => {
    expect(found('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nconstructor: x')).toEqual([
      'unknown-field /constructor',
    ]);
  });

  it('reports what is missing, null included', () => {
    expect(
      found('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: null }] }'),
    ).toEqual(['missing-field /spec/containers/0/name']);
  });

  it('does not ask for what the API server does without', () => {
    expect(found('apiVersion: v1\nkind: LimitRange\nmetadata: { name: a }\nspec: {}')).toEqual([]);
  });

  it('asks for nothing under status, but decodes it', () => {
    const crd = (status: string): string => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: as.example.com, creationTimestamp: null }
spec:
  group: example.com
  names: { kind: A, plural: as }
  scope: Cluster
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
status: ${status}
`;
    expect(
      found(crd('{ acceptedNames: { kind: "", plural: "" }, conditions: [{}], storedVersions: [] }')),
    ).toEqual([]);
    expect(found(crd('{ condition: [] }'))).toEqual(['unknown-field /status/condition']);
  });

  it('says since when a field is there', () => {
    const service = (version: KubernetesVersion): string[] =>
      found(
        'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: 80 }], trafficDistribution: PreferClose }',
        version,
      );
    expect(service('1.29')).toEqual(['field-not-in-version /spec/trafficDistribution']);
    expect(service('1.30')).toEqual([]);
  });

  it('says until when a field was there', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a }], workloadRef: null }';
    expect(found(pod, '1.35')).toEqual([]);
    expect(problems(pod, '1.36')[0]).toMatchObject({
      kind: 'field-not-in-version',
      notes: ['the field went with Kubernetes 1.36'],
    });
  });
});

describe('values', () => {
  it.each([
    ['replicas: "3"', 'write `replicas: 3`'],
    ['paused: "yes"', 'write `paused: true`'],
    ['replicas: 1.5', 'write `replicas: 1` or `replicas: 2`'],
  ])('takes no %s', (line, help) => {
    const problem = only(deployment('', `  ${line}`));
    expect(problem.kind).toBe('wrong-type');
    expect(problem.help).toEqual([help]);
  });

  it('wants numbers and booleans quoted where text is taken', () => {
    expect(only(deployment('          env: [{ name: PORT, value: 8080 }]'))).toMatchObject({
      pointer: '/spec/template/spec/containers/0/env/0/value',
      help: ['put quotes around the value as it is written; without them it is read as 8080'],
    });
  });

  it('wants a list where there is one map, and shows how', () => {
    const problem = only(
      'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: { port: 80, targetPort: 8080 } }',
    );
    expect(problem).toMatchObject({ kind: 'wrong-type', pointer: '/spec/ports' });
    expect(problem.help).toEqual([
      'make it the first item of a list, with `- ` before `port`: `ports: [{ port: 80, targetPort: 8080 }]`',
    ]);
  });

  it('takes null for anything', () => {
    expect(
      found(
        deployment(
          '          ports: null\n          resources: null\n          command: [null]',
          '  replicas: null',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['2147483647', true],
    ['2147483648', false],
    ['-2147483648', true],
    ['1e3', true],
  ])('takes a replicas of %s: %s', (text, taken) => {
    expect(found(deployment('', `  replicas: ${text}`))).toEqual(
      taken ? [] : ['out-of-range /spec/replicas'],
    );
  });

  it('takes an integer of 32 bits or text where either is wanted', () => {
    const surge = (value: string): string[] =>
      found(deployment('', `  strategy: { rollingUpdate: { maxSurge: ${value} } }`));
    expect(surge('1')).toEqual([]);
    expect(surge('25%')).toEqual([]);
    expect(surge('true')).toEqual(['wrong-type /spec/strategy/rollingUpdate/maxSurge']);
    expect(surge('3000000000')).toEqual(['out-of-range /spec/strategy/rollingUpdate/maxSurge']);
  });

  it('reads quantities as the API server does', () => {
    const memory = (value: string): string[] =>
      found(deployment(`          resources: { limits: { memory: ${value} } }`));
    expect(['1Gi', '128974848', '0.5', '" 1Gi "', 'null'].flatMap(memory)).toEqual([]);
    expect(memory('250Mb')).toEqual([
      'bad-quantity /spec/template/spec/containers/0/resources/limits/memory',
    ]);
    expect(memory('true')).toEqual(['bad-quantity /spec/template/spec/containers/0/resources/limits/memory']);
    expect(problems(deployment('          resources: { limits: { memory: 250Mb } }'))[0]?.notes[0]).toContain(
      '250Mi',
    );
  });

  it('lists the values that a field takes, and names the nearest', () => {
    const problem = only('apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { type: Nodeport }');
    expect(problem).toMatchObject({
      kind: 'unlisted-value',
      pointer: '/spec/type',
      help: ['write `type: NodePort`'],
    });
    expect(problem.says).toContain('`ClusterIP`, `ExternalName`, `LoadBalancer` or `NodePort`');
  });

  it('takes an empty word for one left out, where the API server does', () => {
    expect(found('apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { type: "" }')).toEqual([]);
    expect(
      found('apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { internalTrafficPolicy: "" }'),
    ).toEqual(['unlisted-value /spec/internalTrafficPolicy']);
  });

  it('knows since when a value is there', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a }], tolerations: [{ key: a, operator: Gt }] }';
    expect(found(pod, '1.35')).toEqual([]);
    expect(problems(pod, '1.34')[0]).toMatchObject({
      kind: 'unlisted-value',
      notes: ['`Gt` is there since Kubernetes 1.35'],
    });
  });

  it('never shows what is in a Secret', () => {
    const secret = (data: string): SchemaProblem =>
      only(`apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { pin: ${data} }`);
    expect(JSON.stringify(secret('s3cr3t!'))).not.toContain('s3cr3t');
    expect(JSON.stringify(secret('4711'))).not.toContain('4711');
    expect(secret('s3cr3t!')).toMatchObject({ kind: 'bad-format', pointer: '/data/pin' });
  });

  it('reports two items of one key that only server-side apply refuses', () => {
    expect(
      only(deployment('          env: [{ name: A, value: a }, { name: B }, { name: A, value: b }]')),
    ).toMatchObject({
      kind: 'repeated-key',
      pointer: '/spec/template/spec/containers/0/env/2',
    });
    expect(
      found(deployment('          ports: [{ containerPort: 80 }, { containerPort: 80, protocol: TCP }]')),
    ).toEqual(['repeated-key /spec/template/spec/containers/0/ports/1']);
    expect(
      found(deployment('          ports: [{ containerPort: 80 }, { containerPort: 80, protocol: UDP }]')),
    ).toEqual([]);
  });
});

describe('kinds', () => {
  it('tells upper from lower case', () => {
    expect(
      problems('apiversion: v1\nkind: pod\nmetadata: { name: a }').map(({ pointer, help }) => [
        pointer,
        ...help,
      ]),
    ).toEqual([
      ['/apiversion', 'write `apiVersion`: names of fields tell upper from lower case'],
      ['/kind', 'write `kind: Pod`'],
    ]);
  });

  it.each([
    ['v1', 'Deployment', 'write `apiVersion: apps/v1`'],
    ['apps/v2', 'Deployment', 'write `apiVersion: apps/v1`'],
    ['app/v1', 'Deployment', 'write `apiVersion: apps/v1`'],
    ['networking.k8s.io/v1', 'Ingres', 'write `kind: Ingress`'],
    ['v1', 'deployments', 'write `kind: Deployment` and `apiVersion: apps/v1`'],
    ['rbac.authorisation.k8s.io/v1', 'Role', 'write `apiVersion: rbac.authorization.k8s.io/v1`'],
  ])('finds what was meant by %s %s', (apiVersion, kind, help) => {
    expect(only(`apiVersion: ${apiVersion}\nkind: ${kind}`)).toMatchObject({
      kind: 'unknown-kind',
      help: [help],
    });
  });

  it.each([
    ['extensions/v1beta1', 'Ingress', '1.35', 'write `apiVersion: networking.k8s.io/v1`'],
    ['policy/v1beta1', 'PodSecurityPolicy', '1.35', 'remove the object: nothing replaces it'],
    [
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      '1.32',
      'write `apiVersion: flowcontrol.apiserver.k8s.io/v1`',
    ],
    ['networking.k8s.io/v1', 'ServiceCIDR', '1.32', 'write `apiVersion: networking.k8s.io/v1beta1`'],
  ] as const)('knows that %s %s is not in %s', (apiVersion, kind, version, help) => {
    expect(only(`apiVersion: ${apiVersion}\nkind: ${kind}`, version)).toMatchObject({
      kind: 'kind-not-served',
      help: [help],
    });
  });

  it('that others define are told as unchecked, but for their metadata', () => {
    const certificate = 'apiVersion: cert-manager.io/v1\nkind: Certificate\nspec: { anything: 1 }\n';
    expect(found(certificate)).toEqual(['unchecked-kind /kind']);
    expect(found(`${certificate}metadata: { name: a, label: { a: b }, labels: { a: 1 } }`)).toEqual([
      'unknown-field /metadata/label',
      'wrong-type /metadata/labels/a',
      'unchecked-kind /kind',
    ]);
    expect(found('apiVersion: cert-manager.io/v1\nkind: CertificateList\nitems: []')).toEqual([]);
  });

  it.each([
    ['rbac.k8s.io/v1', 'Role', 'rbac.authorization.k8s.io/v1'],
    ['networking.kubernetes.io/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
  ])('of a group that is nearly one of Kubernetes are told: %s %s', (apiVersion, kind, right) => {
    expect(only(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }`)).toMatchObject({
      kind: 'unknown-kind',
      help: [`write \`apiVersion: ${right}\``],
    });
  });

  it.each([
    ['serving.knative.dev/v1', 'Service'],
    ['batch.volcano.sh/v1alpha1', 'Job'],
    ['apps.kruise.io/v1beta1', 'StatefulSet'],
    ['batch.x-k8s.io/v1', 'Job'],
  ])('of others that are called as those of Kubernetes are theirs: %s %s', (apiVersion, kind) => {
    expect(found(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }`)).toEqual([
      'unchecked-kind /kind',
    ]);
  });

  it('says that a body of a subresource is no object', () => {
    expect(only('apiVersion: policy/v1\nkind: Eviction\nmetadata: { name: a }').help[0]).toContain(
      '`pods/eviction`',
    );
  });

  it('warns of kinds that are deprecated or off by default', () => {
    expect(found('apiVersion: v1\nkind: Endpoints\nmetadata: { name: a }', '1.32')).toEqual([]);
    expect(found('apiVersion: v1\nkind: Endpoints\nmetadata: { name: a }', '1.33')).toEqual([
      'deprecated-kind /apiVersion',
    ]);
    expect(
      found(
        'apiVersion: resource.k8s.io/v1beta1\nkind: DeviceClass\nmetadata: { name: a }\nspec: {}',
        '1.34',
      ),
    ).toEqual(['kind-off-by-default /apiVersion']);
  });

  it('does not throw at what is no manifest at all', () => {
    for (const broken of [
      {},
      { apiVersion: 1, kind: [] },
      { apiVersion: 'v1', kind: 'Pod', metadata: 'a', spec: [] },
    ]) {
      expect(validateSchema(broken, { version: '1.35' }).length).toBeGreaterThan(0);
    }
  });
});

describe('deprecation', () => {
  it('names what has replaced a field', () => {
    const pod = (spec: string): SchemaProblem[] => [
      ...problems(
        `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a }], ${spec} }`,
      ),
    ];
    expect(pod('serviceAccount: robot')[0]?.help).toEqual(['write `serviceAccountName: robot`']);
    expect(pod('serviceAccount: robot, serviceAccountName: robot')).toEqual([]);
    expect(pod('nodeSelector: { beta.kubernetes.io/os: linux }')[0]).toMatchObject({
      kind: 'deprecated-field',
      pointer: '/spec/nodeSelector/beta.kubernetes.io~1os',
      help: ['use `kubernetes.io/os`'],
    });
  });

  it('leaves an annotation alone whose field is there too', () => {
    const ingress = (spec: string): string[] =>
      found(
        `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a, annotations: { kubernetes.io/ingress.class: b } }\nspec: ${spec}`,
      );
    expect(ingress('{}')).toEqual(['deprecated-field /metadata/annotations/kubernetes.io~1ingress.class']);
    expect(ingress('{ ingressClassName: b }')).toEqual([]);
  });
});

describe('the reference platform', () => {
  const dist = join(__dirname, '../../../dist');
  const files = readdirSync(dist).filter((name) => name.endsWith('.yaml'));

  it.each(files)('%s has no problem', (name) => {
    const documents = parseAllDocuments(readFileSync(join(dist, name), 'utf8'), { version: '1.1' });
    for (const document of documents) {
      expect(validateSchema(document.toJS() as JsonObject, { version: '1.35' })).toEqual([]);
    }
  });
});

describe('schemas within a CustomResourceDefinition', () => {
  const definition = (spec: string): string => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: ${spec} } } }
`;

  test('have no fields but those of a schema', () => {
    expect(only(definition('{ type: object, tipe: x }')).severity).toBeUndefined();
  });

  test('lose other fields in silence below items and additionalProperties', () => {
    const list = only(definition('{ type: array, items: { type: string, tipe: x } }'));
    expect(list).toMatchObject({ kind: 'unknown-field', severity: 'warning' });
    const map = only(definition('{ type: object, additionalProperties: { type: string, ITEMS: x } }'));
    expect(map).toMatchObject({
      severity: 'warning',
      notes: ['the API server drops it here without a word'],
    });
  });
});
