import { type JsonObject } from '../../lib/model/json-value';
import { getByJsonPointer } from '../../lib/model/json-pointer';
import { podTemplate } from '../../lib/model/pod-template';

const SPEC = { containers: [{ name: 'web', image: 'web:1' }] };
const METADATA = { labels: { app: 'web' }, annotations: { note: 'a' } };
const POD = { metadata: METADATA, spec: SPEC };
const SELECTOR = { matchLabels: { app: 'web' } };

function object(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, ...rest };
}

const workloads: [apiVersion: string, kind: string, rest: JsonObject, pointer: string][] = [
  ['v1', 'Pod', POD, ''],
  ['v1', 'PodTemplate', { template: POD }, '/template'],
  ['v1', 'ReplicationController', { spec: { template: POD } }, '/spec/template'],
  ['apps/v1', 'ReplicaSet', { spec: { selector: SELECTOR, template: POD } }, '/spec/template'],
  ['apps/v1', 'Deployment', { spec: { selector: SELECTOR, template: POD } }, '/spec/template'],
  ['apps/v1beta2', 'Deployment', { spec: { selector: SELECTOR, template: POD } }, '/spec/template'],
  ['extensions/v1beta1', 'Deployment', { spec: { template: POD } }, '/spec/template'],
  ['extensions/v1beta1', 'DaemonSet', { spec: { template: POD } }, '/spec/template'],
  ['apps/v1', 'StatefulSet', { spec: { selector: SELECTOR, template: POD } }, '/spec/template'],
  ['apps/v1', 'DaemonSet', { spec: { selector: SELECTOR, template: POD } }, '/spec/template'],
  ['batch/v1', 'Job', { spec: { template: POD } }, '/spec/template'],
  [
    'batch/v1',
    'CronJob',
    { spec: { jobTemplate: { spec: { template: POD } } } },
    '/spec/jobTemplate/spec/template',
  ],
  [
    'batch/v1beta1',
    'CronJob',
    { spec: { jobTemplate: { spec: { template: POD } } } },
    '/spec/jobTemplate/spec/template',
  ],
];

test.each(workloads)('%s %s', (apiVersion, kind, rest, pointer) => {
  const workload = object(apiVersion, kind, rest);
  const template = podTemplate(workload);
  expect(template).toMatchObject({ pointer, labels: { app: 'web' }, annotations: { note: 'a' } });
  expect(template?.spec).toBe(SPEC);
  expect(getByJsonPointer(workload, template?.specPointer ?? '')).toBe(SPEC);
});

test.each([
  ['v1', 'Service'],
  ['v1', 'Deployment'],
  ['batch.volcano.sh/v1alpha1', 'Job'],
  ['apps/v1', 'Pod'],
  ['', 'Pod'],
])('%s %s has none', (apiVersion, kind) => {
  expect(podTemplate(object(apiVersion, kind, { spec: { template: POD } }))).toBeUndefined();
});

describe('replicas', () => {
  const replicas = (kind: string, spec: JsonObject): number | undefined =>
    podTemplate(object(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, { spec }))?.replicas;

  test('are what is written, or the server default', () => {
    expect(replicas('Deployment', { replicas: 0 })).toBe(0);
    expect(replicas('StatefulSet', { replicas: 3 })).toBe(3);
    expect(replicas('ReplicaSet', {})).toBe(1);
    expect(replicas('ReplicaSet', { replicas: null })).toBe(1);
    expect(podTemplate(object('v1', 'Pod', POD))?.replicas).toBe(1);
  });

  test('are unknown where they are not fixed, or no number', () => {
    expect(replicas('DaemonSet', { replicas: 3 })).toBeUndefined();
    expect(replicas('Job', { parallelism: 3 })).toBeUndefined();
    expect(replicas('Deployment', { replicas: '3' })).toBeUndefined();
    expect(podTemplate(object('v1', 'PodTemplate', { template: POD }))?.replicas).toBeUndefined();
  });
});

describe('the selector', () => {
  const of = (apiVersion: string, kind: string, spec: JsonObject): unknown => {
    const template = podTemplate(object(apiVersion, kind, { spec }));
    return template && { selector: template.selector, pointer: template.selectorPointer };
  };

  test('is the one that is written', () => {
    expect(of('apps/v1', 'Deployment', { selector: SELECTOR })).toEqual({
      selector: SELECTOR,
      pointer: '/spec/selector',
    });
    expect(of('apps/v1', 'Deployment', { template: POD })).toEqual({
      selector: undefined,
      pointer: '/spec/selector',
    });
  });

  test('of a ReplicationController is a plain map, and defaults to the labels', () => {
    const pointer = '/spec/selector';
    expect(of('v1', 'ReplicationController', { selector: { a: 'b' }, template: POD })).toEqual({
      selector: { matchLabels: { a: 'b' } },
      pointer,
    });
    expect(of('v1', 'ReplicationController', { selector: {}, template: POD })).toEqual({
      selector: SELECTOR,
      pointer,
    });
  });

  test('defaulted to the labels in the first versions', () => {
    expect(of('extensions/v1beta1', 'ReplicaSet', { template: POD })).toMatchObject({ selector: SELECTOR });
    expect(of('apps/v1beta2', 'ReplicaSet', { template: POD })).toMatchObject({ selector: undefined });
  });

  test('of a Job counts only with manualSelector', () => {
    expect(of('batch/v1', 'Job', { selector: SELECTOR })).toMatchObject({ selector: undefined });
    expect(of('batch/v1', 'Job', { selector: SELECTOR, manualSelector: true })).toMatchObject({
      selector: SELECTOR,
    });
  });

  test('is no matter of Pods and CronJobs', () => {
    expect(of('v1', 'Pod', { selector: SELECTOR })).toEqual({ selector: undefined, pointer: undefined });
    expect(of('batch/v1', 'CronJob', {})).toEqual({ selector: undefined, pointer: undefined });
  });
});

test.each([
  object('apps/v1', 'Deployment', {}),
  object('apps/v1', 'Deployment', { spec: null }),
  object('apps/v1', 'Deployment', { spec: { template: [] } }),
  object('apps/v1', 'Deployment', { spec: { template: { metadata: 'x', spec: 3 } } }),
  object('apps/v1', 'Deployment', { spec: { template: { metadata: { labels: ['a'] } } } }),
])('a broken workload keeps its place: %j', (workload) => {
  const template = podTemplate(workload);
  expect(template).toMatchObject({
    pointer: '/spec/template',
    specPointer: '/spec/template/spec',
    labels: {},
  });
  expect(template).not.toHaveProperty('spec');
});

test('labels that are no texts are left out', () => {
  const pod = object('v1', 'Pod', { metadata: { labels: { a: 'b', n: 1, y: true } } });
  expect(podTemplate(pod)?.labels).toEqual({ a: 'b' });
});

it('knows the pods of a Rollout of Argo, which has the shape of a Deployment', () => {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    spec: { replicas: 2, template: { metadata: { labels: { app: 'web' } }, spec: {} } },
  };
  expect(podTemplate(rollout)).toMatchObject({ labels: { app: 'web' }, replicas: 2 });
});
