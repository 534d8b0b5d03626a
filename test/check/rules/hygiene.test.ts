import { checkManifests } from '../manifests';

const found = (text: string, code: string) => checkManifests(text).filter((each) => each.code === code);

const container = (name: string, rest = ''): string =>
  `        - name: ${name}\n          image: example.com/${name}:1.0.0\n${rest}`;
const workload = (kind: string, containers: string): string => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
${containers}---
`;
const service = (rest = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec:\n  selector: { app: web }\n  ports: [{ port: 80 }]\n${rest}---\n`;
const PROBE = '          readinessProbe: { tcpSocket: { port: 80 } }\n';
const pod = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: "example.com/web:1.0.0" }] }
---
`;

describe('requests', () => {
  test('are missed once for all containers of a workload, and not of a Pod made by hand', () => {
    const [first, ...more] = found(workload('Deployment', container('web') + container('proxy')), 'K606');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      severity: 'warning',
      title: 'containers `web`, `proxy` of Deployment `shop/web` request no cpu or memory',
    });
    expect(found(pod, 'K606')).toEqual([]);
  });

  test('that a ResourceQuota demands are told of as that', () => {
    const quota = (hard: string): string =>
      `apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: all, namespace: shop }\nspec: { hard: { ${hard} } }\n---\n`;
    const set = workload('Deployment', container('web'));
    const labels = (hard: string) => found(set + quota(hard), 'K606').map(({ spans }) => spans[0]?.label);
    expect(labels('requests.cpu: 1')).toEqual(['no request for memory']);
    expect(labels('cpu: 1, requests.memory: 1Gi')).toEqual([]);
    expect(found(set + quota('requests.cpu: 1'), 'K406')).toHaveLength(1);
  });
});

describe('a readiness probe', () => {
  test('is missed where a Service sends traffic, with the Service', () => {
    const [first, ...more] = found(workload('Deployment', container('web')) + service(), 'K608');
    expect(more).toEqual([]);
    expect(first?.spans.map(({ label }) => label)).toEqual([
      'no readinessProbe',
      'Service `shop/web` sends traffic there',
    ]);
    expect(found(workload('Deployment', container('web')), 'K608')).toEqual([]);
    expect(found(pod + service(), 'K608')).toEqual([]);
  });

  test('of one container will do, and none is needed where pods get traffic before they are ready', () => {
    const both = container('web', PROBE) + container('proxy');
    expect(found(workload('Deployment', both) + service(), 'K608')).toEqual([]);
    const slow = '          startupProbe: { tcpSocket: { port: 8080 } }\n';
    expect(found(workload('Deployment', container('web', slow)) + service(), 'K608')).toEqual([]);
    const early = service('  publishNotReadyAddresses: true\n');
    expect(found(workload('StatefulSet', container('web')) + early, 'K608')).toEqual([]);
  });
});

test('all paths of the node are told of together, with what to do about YAML', () => {
  const volumes =
    '      volumes:\n        - { name: a, hostPath: { path: /a } }\n        - { name: b, hostPath: { path: /b } }\n';
  const [first, ...more] = found(workload('Deployment', container('web') + volumes), 'K602');
  expect(more).toEqual([]);
  expect(first?.title).toBe('Deployment `shop/web` mounts `/a`, `/b` of whatever node it runs on');
  expect(first?.help.at(-1)).toContain('`paths` of kubewright.config.ts');
});
