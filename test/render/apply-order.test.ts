import fc from 'fast-check';
import { type Manifest } from '../../lib/model/manifest';
import { filePerChart } from '../../lib/render/layouts/file-per-chart';
import { filePerObject } from '../../lib/render/layouts/file-per-object';
import { folderPerChart } from '../../lib/render/layouts/folder-per-chart';
import { stdout } from '../../lib/render/layouts/stdout';
import { type Plan } from '../../lib/render/plan';
import { type RenderInput } from '../../lib/render/render-input';
import { chart, manifest, planOf } from './inputs';

const NAMESPACES = ['0ps', 'shop', 'web', 'zy'];
const KINDS = [
  'Namespace',
  'LimitRange',
  'ResourceQuota',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'PriorityClass',
  'ConfigMap',
  'Pod',
  'Deployment',
  'CronJob',
  'Service',
  'ValidatingWebhookConfiguration',
];

/** Objects that refer to one another at random. */
const objectArb = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    namespace: fc.constantFrom(...NAMESPACES),
    name: fc.constantFrom('a', 'b'),
    other: fc.constantFrom('a', 'b'),
    clusterWide: fc.boolean(),
  })
  .map(({ kind, namespace, name, other, clusterWide }): Manifest => {
    const pod = { serviceAccountName: other, priorityClassName: other };
    const template = { spec: pod };
    switch (kind) {
      case 'Namespace':
        return manifest(kind, namespace);
      case 'ClusterRole':
      case 'PriorityClass':
        return manifest(kind, name);
      case 'Pod':
        return manifest(kind, `${namespace}/${name}`, { spec: pod });
      case 'Deployment':
        return manifest(kind, `${namespace}/${name}`, { spec: { template } });
      case 'CronJob':
        return manifest(kind, `${namespace}/${name}`, { spec: { jobTemplate: { spec: { template } } } });
      case 'RoleBinding':
        return manifest(kind, `${namespace}/${name}`, {
          roleRef: { kind: clusterWide ? 'ClusterRole' : 'Role', name: other },
        });
      case 'ClusterRoleBinding':
        return manifest(kind, name, { roleRef: { kind: 'ClusterRole', name: other } });
      case 'ValidatingWebhookConfiguration':
        return manifest(kind, name, {
          webhooks: [{ name: 'x', clientConfig: { service: { namespace, name: other } } }],
        });
      default:
        return manifest(kind, `${namespace}/${name}`);
    }
  });

const keyOf = ({ kind, metadata }: Manifest): string =>
  `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

const inputArb = fc
  .array(fc.tuple(fc.constantFrom('0a', 'api', 'tenants', 'web', 'zy'), objectArb), {
    maxLength: 40,
    size: 'max',
  })
  .map((pairs): RenderInput['charts'] => {
    const unique = [...new Map(pairs.map((pair) => [keyOf(pair[1]), pair])).values()];
    const names = [...new Set(unique.map(([name]) => name))];
    return names.map((name) =>
      chart(name, ...unique.filter(([own]) => own === name).map(([, made]) => made)),
    );
  });

/** What a pod's spec names, of all that pods are made by in these tests. */
function podOf(object: Manifest): { serviceAccountName: string; priorityClassName: string } | undefined {
  const spec = object.spec as never as Record<string, Record<string, Record<string, unknown>>>;
  switch (object.kind) {
    case 'Pod':
      return spec as never;
    case 'Deployment':
      return spec.template?.spec as never;
    case 'CronJob':
      return (spec.jobTemplate?.spec?.template as Record<string, unknown>).spec as never;
    default:
      return undefined;
  }
}

/** A server that knows references only: what it says to each object, in the order in which they come. */
function complaintsOf(planned: Plan, charts: RenderInput['charts']): string[] {
  const objects = new Map(charts.flatMap((one) => one.objects).map((made) => [made.path, made.object]));
  const all = new Set([...objects.values()].map(keyOf));
  const order = planned.files.flatMap((file) => file.objects).map((ref) => objects.get(ref.path));
  expect(order).toHaveLength(objects.size);
  const there = new Set<string>();
  const podsIn = new Set<string>();
  const webhooks: string[] = [];
  const complaints: string[] = [];
  for (const object of order as Manifest[]) {
    const self = keyOf(object);
    const namespace = object.metadata.namespace ?? '';
    const want = (key: string): void => {
      if (all.has(key) && !there.has(key)) complaints.push(`${self} before ${key}`);
    };
    if (namespace !== '') want(`Namespace /${namespace}`);
    const pod = podOf(object);
    if (pod) {
      want(`ServiceAccount ${namespace}/${pod.serviceAccountName}`);
      want(`PriorityClass /${pod.priorityClassName}`);
      podsIn.add(namespace);
    }
    const role = object.roleRef as { kind: string; name: string } | undefined;
    if (role) want(`${role.kind} ${role.kind === 'Role' ? namespace : ''}/${role.name}`);
    if (['LimitRange', 'ResourceQuota'].includes(object.kind) && podsIn.has(namespace)) {
      complaints.push(`${self} after pods`);
    }
    if (object.kind === 'ValidatingWebhookConfiguration') {
      const [webhook] = object.webhooks as never as [
        { clientConfig: { service: { namespace: string; name: string } } },
      ];
      const { service } = webhook.clientConfig;
      if (all.has(`Service ${service.namespace}/${service.name}`)) webhooks.push(self);
    } else complaints.push(...webhooks.map((webhook) => `${self} after ${webhook}`));
    there.add(self);
  }
  return complaints;
}

describe('the order of what is applied', () => {
  it.each([
    ['file-per-chart', filePerChart()],
    ['file-per-object', filePerObject()],
    ['file-per-object by a template', filePerObject({ template: '{kind}/{name}-{namespace}-{group}.yml' })],
    ['folder-per-chart', folderPerChart()],
    ['stdout', stdout()],
  ])('lets an empty cluster take everything at the first try: %s', (_name, layout) => {
    fc.assert(
      fc.property(inputArb, (charts) => {
        const planned = planOf(charts, layout);
        expect(complaintsOf(planned, charts)).toEqual([]);
        expect(planned.notes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order in which charts are made', () => {
    fc.assert(
      fc.property(inputArb, (charts) => {
        const digest = (planned: Plan): unknown[] =>
          planned.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
        expect(digest(planOf([...charts].reverse()))).toEqual(digest(planOf(charts)));
      }),
    );
  });
});
