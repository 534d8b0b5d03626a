import { check } from '../../../lib/check/check';
import { type CheckOptions } from '../../../lib/check/check-options';
import { type Diagnostic } from '../../../lib/diagnostics/diagnostic';
import { type JsonObject } from '../../../lib/model/json-value';
import { ObjectSet } from '../../../lib/model/object-set';
import { checkManifests } from '../manifests';

type Labels = Readonly<Record<string, string>>;

const service = (selector: Labels, spec: JsonObject = {}, namespace = 'shop'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'svc', namespace },
  spec: { selector, ports: [{ port: 80 }], ...spec },
});

const pod = (labels: Labels, namespace = 'shop', name = 'pod'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels },
  spec: { containers: [] },
});

const workload = (apiVersion: string, kind: string, name: string, labels: Labels): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', labels: { only: 'on-the-workload' } },
  spec:
    kind === 'CronJob'
      ? { jobTemplate: { spec: { template: { metadata: { labels } } } } }
      : { selector: { matchLabels: labels }, template: { metadata: { labels } } },
});

function findings(objects: readonly JsonObject[], options?: CheckOptions): readonly Diagnostic[] {
  const set = new ObjectSet(objects.map((object) => ({ object })));
  return check(set, options).filter(({ code }) => code === 'K301');
}

const isFound = (...objects: readonly JsonObject[]): boolean => findings(objects).length > 0;

describe('a Service', () => {
  it('selects pods of its namespace that have every label, whatever makes them', () => {
    expect(isFound(service({ app: 'a' }), pod({ app: 'a', tier: 'web' }))).toBe(false);
    expect(isFound(service({ app: 'a', tier: 'web' }), pod({ app: 'a' }))).toBe(true);
    expect(isFound(service({ app: 'a' }), pod({ app: 'a' }, 'other'))).toBe(true);
    for (const [apiVersion, kind] of [
      ['apps/v1', 'Deployment'],
      ['apps/v1', 'StatefulSet'],
      ['apps/v1', 'DaemonSet'],
      ['apps/v1', 'ReplicaSet'],
      ['v1', 'ReplicationController'],
      ['batch/v1', 'Job'],
      ['batch/v1', 'CronJob'],
    ] as const) {
      expect([kind, isFound(service({ app: 'a' }), workload(apiVersion, kind, 'w', { app: 'a' }))]).toEqual([
        kind,
        false,
      ]);
      expect([
        kind,
        isFound(service({ only: 'on-the-workload' }), workload(apiVersion, kind, 'w', { app: 'a' })),
      ]).toEqual([kind, true]);
    }
  });

  it('without a selector, or of type ExternalName, is not looked at', () => {
    expect(isFound(service({}))).toBe(false);
    expect(isFound(service({ app: 'a' }, { type: 'ExternalName', externalName: 'example.com' }))).toBe(false);
  });

  it('does not select what nothing makes pods of', () => {
    const template = { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 't', namespace: 'shop' } };
    expect(
      isFound(service({ app: 'a' }), { ...template, template: { metadata: { labels: { app: 'a' } } } }),
    ).toBe(true);
  });

  it('may select by a label that the controller sets', () => {
    const database = workload('apps/v1', 'StatefulSet', 'db', { app: 'db' });
    const podName = 'statefulset.kubernetes.io/pod-name';
    expect(isFound(service({ app: 'db', [podName]: 'db-0' }), database)).toBe(false);
    expect(isFound(service({ [podName]: 'db-0' }), database)).toBe(false);
    expect(isFound(service({ [podName]: 'db-x' }), database)).toBe(true);
    expect(isFound(service({ [podName]: 'cache-0' }), database)).toBe(true);
    expect(isFound(service({ app: 'web', [podName]: 'db-0' }), database)).toBe(true);
    expect(
      isFound(service({ [podName]: 'web-0' }), workload('apps/v1', 'Deployment', 'web', { app: 'web' })),
    ).toBe(true);
    const job = workload('batch/v1', 'Job', 'import', { app: 'import' });
    expect(isFound(service({ 'job-name': 'import' }), job)).toBe(false);
    expect(isFound(service({ 'batch.kubernetes.io/job-name': 'export' }), job)).toBe(true);
  });

  it('is left to what is declared, or to an operator that knows its name', () => {
    const objects = [service({ app: 'cart' })];
    const external = (labels?: Labels, namespace?: string) => ({
      external: { objects: [{ kind: 'Pod', ...(labels && { labels }), ...(namespace && { namespace }) }] },
    });
    expect(findings(objects, external())).toEqual([]);
    expect(findings(objects, external({ app: 'cart', tier: 'web' }, 'sh*'))).toEqual([]);
    expect(findings(objects, external({ app: 'cart' }, 'other'))).toHaveLength(1);
    expect(findings(objects, external({ tier: 'web' }))).toHaveLength(1);

    const custom = {
      apiVersion: 'example.com/v1',
      kind: 'Cluster',
      metadata: { name: 'main', namespace: 'shop' },
    };
    expect(isFound(service({ app: 'db', cluster: 'main' }), custom)).toBe(false);
    expect(isFound(service({ app: 'db', cluster: 'other' }), custom)).toBe(true);
    expect(isFound(service({ app: 'db', cluster: 'main' }, {}, 'other'), custom)).toBe(true);
  });
});

describe('what it tells', () => {
  const told = (...objects: readonly JsonObject[]) => {
    const [found] = findings(objects);
    return {
      notes: found?.notes.filter((note) => !note.startsWith('selector is')),
      help: found?.help.slice(0, -1),
    };
  };

  it('is the selector that was meant: by the value, the key or both', () => {
    expect(told(service({ app: 'cart' }), pod({ app: 'carts' }), pod({ app: 'web' })).help).toEqual([
      'change the selector to `app=carts`',
    ]);
    expect(told(service({ name: 'cart' }), pod({ app: 'cart' }), pod({ app: 'web' })).help).toEqual([
      'change the selector to `app=cart`',
    ]);
    expect(told(service({ app: 'cart', tier: 'back' }), pod({ app: 'carts', tier: 'back' })).help).toEqual([
      'change the selector to `app=carts, tier=back`',
    ]);
  });

  it('is the namespace where there are such pods', () => {
    expect(told(service({ app: 'cart' }), pod({ app: 'cart' }, 'other')).help).toEqual([
      'a Service reaches pods of its own namespace only: make it in `other`',
    ]);
  });

  it('is nothing where many are equally far away', () => {
    const pods = ['one', 'two', 'six'].map((app) => pod({ app, tier: 'web' }));
    expect(told(service({ app: 'something', tier: 'web' }), ...pods)).toEqual({
      notes: [
        '3 of 3 pod templates in `shop` have the key `app`; none has the value `something`',
        'without `app=something` it would select 3 pod templates',
      ],
      help: [],
    });
  });

  it('is why there are none', () => {
    const note = (...objects: readonly JsonObject[]) =>
      told(...objects).notes?.find((text) => text.includes('pod template'));
    expect(note(service({ app: 'a' }))).toBe('there are no pod templates in `shop`');
    expect(note(service({ app: 'a' }), pod({ tier: 'x' }))).toBe(
      'the only pod template in `shop` lacks the key `app`',
    );
    expect(note(service({ app: 'a' }), pod({ app: 'xyz' }))).toBe(
      'the only pod template in `shop` has another value of `app`',
    );
    expect(note(service({ app: 'a' }), pod({}), pod({}))).toBe(
      'none of 2 pod templates in `shop` has the key `app`',
    );
    expect(note(service({ app: 'a', b: 'c' }), pod({ app: 'a' }), pod({ b: 'c' }))).toBe(
      'each of these labels is on one of 2 pod templates in `shop`, but none has all of them',
    );
  });
});

describe('pods that a program of the set makes or labels', () => {
  const service = (app: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { role: ${app} }, ports: [{ port: 80 }] }\n---\n`;
  const manager = (verb: string): string => `apiVersion: v1
kind: Pod
metadata: { name: manager, namespace: shop, labels: { role: manager } }
spec: { containers: [{ name: manager, image: "example.com/manager:1" }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: manager, namespace: shop }
rules: [{ apiGroups: [""], resources: [pods], verbs: [${verb}] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: manager, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: manager }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`;
  const severityOf = (text: string) => checkManifests(text).find(({ code }) => code === 'K301')?.severity;

  it.each(['create', 'patch', 'update'])('may be meant where it may %s pods', (verb) => {
    expect(severityOf(service('leader-of-all') + manager(verb))).toBe('warning');
  });

  it('are not, where it only reads them or other pods come near', () => {
    expect(severityOf(service('leader-of-all') + manager('get'))).toBe('error');
    expect(severityOf(service('managr') + manager('patch'))).toBe('error');
  });
});
