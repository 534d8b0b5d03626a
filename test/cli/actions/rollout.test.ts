import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../support/project';

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, template: { metadata: { labels: { app: web } } }, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec: { template: { metadata: { labels: { app: agent } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: front-blue, namespace: shop }
spec: { replicas: 2, template: { metadata: { labels: { app: front, color: blue } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: front-green, namespace: shop }
spec: { replicas: 2, template: { metadata: { labels: { app: front, color: green } } } }
---
apiVersion: v1
kind: Service
metadata: { name: front, namespace: shop }
spec: { selector: { app: front, color: green }, ports: [{ port: 80 }] }
`;

let project: Project;
beforeAll(() => {
  project = new Project({ 'shop.yaml': MANIFESTS });
});
afterAll(() => {
  project.remove();
});

test('the steps of a Deployment', () => {
  const { status, stdout } = project.run(['rollout', 'shop/web', 'shop.yaml']);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Deployment `shop\/web`\n {2}RollingUpdate: 2 wanted, never fewer than 2 available/,
  );
  expect(stdout).toMatch(/ 6 {2}1 old pod told to end +0 +2 +2 +2 +1 +2\n$/);
});

test('the same as JSON, and a drawing', () => {
  const { stdout } = project.run(['rollout', 'web', 'shop.yaml', '--format', 'json', '--svg', 'web.svg']);
  const { workload, steps, maxPods } = JSON.parse(stdout) as {
    workload: string;
    steps: unknown[];
    maxPods: number;
  };
  expect({ workload, steps: steps.length, maxPods }).toEqual({
    workload: 'Deployment shop/web',
    steps: 7,
    maxPods: 3,
  });
  expect(readFileSync(join(project.dir, 'web.svg'), 'utf8')).toContain(
    '<title>Rollout of Deployment shop/web</title>',
  );
});

test('a DaemonSet over as many nodes as are said', () => {
  const { stdout } = project.run(['rollout', 'agent', 'shop.yaml', '--nodes', '5']);
  expect(stdout).toContain('RollingUpdate: 5 wanted');
  expect(stdout).toContain('note: the Nodes are not given: this is over 5 of them');
});

test('a switch, whichever of the two is named', () => {
  const { stdout } = project.run(['rollout', 'front-blue', 'shop.yaml', '--format', 'markdown']);
  expect(stdout).toContain('## Deployment `shop/front-green` and `front-blue`');
  expect(stdout).toContain('| 7 | the Service sends to the new pods | 2 | 2 | 4 | 2 | 0 | 4 |');
});

test('what is not there is told, with what is like it', () => {
  const { status, stderr } = project.run(['rollout', 'wep', 'shop.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain(
    'there is no Deployment, StatefulSet or DaemonSet `wep` among the 4 that there are',
  );
  expect(stderr).toContain('did you mean web?');
});

test('more replicas than anybody reads about are refused', () => {
  project.write({
    'huge.yaml': MANIFESTS.replace(
      'name: web, namespace: shop }\nspec: { replicas: 2',
      'name: web, namespace: shop }\nspec: { replicas: 2147483647',
    ),
  });
  const { status, stderr } = project.run(['rollout', 'web', 'huge.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain('Deployment `web` has 2147483647 replicas; the steps of more than 5000');
});

test('a StatefulSet is told of a field that the API server drops', () => {
  const db = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 2
  updateStrategy: { rollingUpdate: { maxUnavailable: 2 } }
  template: { metadata: { labels: { app: db } } }
`;
  const other = new Project({ 'db.yaml': db });
  const { stdout } = other.run(['rollout', 'db', 'db.yaml']);
  other.remove();
  expect(stdout).toContain('never fewer than 1 available');
  expect(stdout).toContain('the API server drops maxUnavailable');
});
