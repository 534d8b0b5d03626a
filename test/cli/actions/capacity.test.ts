import { Project } from '../support/project';

const MANIFESTS = `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec: { hard: { requests.cpu: 2, pods: 4 } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  replicas: 3
  template:
    spec:
      containers: [{ name: api, resources: { requests: { cpu: 500m }, limits: { memory: 1Gi } } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec: { scaleTargetRef: { kind: Deployment, name: api }, maxReplicas: 5 }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec: { template: { spec: { containers: [{ name: agent, resources: { requests: { cpu: 100m } } }] } } }
`;
const NODES =
  'apiVersion: v1\nkind: Node\nmetadata: { name: a }\n---\napiVersion: v1\nkind: Node\nmetadata: { name: b }\n';
const PROGRAM = `import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'pod' },
  spec: { containers: [{ name: 'app', resources: { requests: { cpu: '250m', memory: '64Mi' } } }] },
});
app.synth();
`;

let project: Project;

beforeAll(() => {
  project = new Project();
});

beforeEach(() =>
  project.reset({
    'main.ts': PROGRAM,
    'shop.yaml': MANIFESTS,
    'nodes.yaml': NODES,
    'broken.yaml': 'a: b: c\n',
  }),
);

afterAll(() => project.remove());

describe('kubewright capacity', () => {
  it('prints a table a namespace, with what is left of each quota', () => {
    const { status, stdout, stderr } = project.run(['capacity', 'shop.yaml']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'shop',
        '  resource         requested  at peak  at HPA maximum  quota   left  ResourceQuota',
        '  requests.memory        3Gi      4Gi             5Gi      -      -  -',
        '  limits.memory          3Gi      4Gi             5Gi      -      -  -',
        '  requests.cpu         1500m        2           2500m      2  -500m  compute',
        '  pods                     3        4               5      4     -1  compute',
        '  note: DaemonSet `shop/agent` is not counted: a pod, 100m of requests.cpu on every node that it runs on; give the Nodes with the manifests, or as external.nodes in kubewright.config.ts, to have it counted',
        '',
      ].join('\n'),
    );
  });

  it('counts DaemonSets where the nodes are given', () => {
    const { stdout } = project.run(['capacity', '--format', 'json', 'shop.yaml', 'nodes.yaml']);
    const { namespaces } = JSON.parse(stdout) as {
      namespaces: readonly { rows: readonly unknown[]; notes: unknown }[];
    };
    expect(namespaces[0]?.rows).toContainEqual({
      resource: 'pods',
      requested: '5',
      atPeak: '6',
      atHpaMaximum: '7',
      quota: { name: 'compute', scopes: '', hard: '4', left: '-3', isOver: true },
    });
    expect(namespaces[0]?.notes).toEqual(['no requests.memory of DaemonSet `shop/agent`']);
  });

  it('runs the program without paths, and prints Markdown too', () => {
    const { status, stdout } = project.run(['capacity', '--format', 'markdown']);
    expect(status).toBe(0);
    expect(stdout).toContain('## shop\n');
    expect(stdout).toContain('| requests.cpu | 250m | 250m | 250m | - | - | - |');
  });

  it('prints no sums where something cannot be read', () => {
    const { status, stdout, stderr } = project.run(['capacity', 'shop.yaml', 'broken.yaml']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('broken.yaml');
  });
});
