import { App, type ApiObject, Chart } from 'cdk8s';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as kubewright from '../../lib/index';

const PAGE = readFileSync(join(__dirname, '../../docs/patterns/defaults.md'), 'utf8');

/** The rows of the table under a heading, without their marks of code. */
function rowsOf(heading: string): string[][] {
  const [, section = ''] = PAGE.split(`## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

interface Leaf {
  readonly kind: string;
  /** Without the numbers of lists: `spec.containers[].image`. */
  readonly path: string;
  readonly value: string;
}

/** Every value of every object, and where it stands. */
function leaves(objects: readonly unknown[]): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (kind: string, path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(kind, `${path}[]`, item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        visit(kind, path === '' ? key : `${path}.${key}`, member);
      }
    } else {
      found.push({ kind, path, value: String(value) });
    }
  };
  for (const object of objects) visit((object as ApiObject).kind, '', object);
  return found;
}

function text({ kind, path, value }: Leaf): string {
  return `${kind} ${path} ${value}`;
}

function countByText(all: readonly Leaf[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const leaf of all) counts.set(text(leaf), (counts.get(text(leaf)) ?? 0) + 1);
  return counts;
}

/** Every pattern, with every further object it can make. All have the name `it`, where the name counts. */
function renderAll(defaults: 'secure' | 'none'): readonly unknown[] {
  const {
    AppConfig,
    AppSecret,
    BatchJob,
    BlueGreen,
    Canary,
    ClusterRoleGrant,
    ExternalService,
    NodeAgent,
    RegistryCredentials,
    ReplicaGroup,
    RoleGrant,
    ScheduledJob,
    SharedIngress,
    SharedService,
    SinglePod,
    StatefulService,
    StaticVolume,
    StorageClass,
    Tenant,
    Volume,
    VolumeClaim,
    WebService,
    Worker,
  } = kubewright;
  const app = new App();
  const place = (id: string): Chart => {
    const chart = new Chart(app, id, { namespace: 'shop' });
    kubewright.setWorkloadDefaults(chart, { defaults });
    return chart;
  };
  const name = 'it';
  const image = 'ghcr.io/acme/it:1.0';
  const config = new AppConfig(place('config'), name, { data: { a: '1' }, nameByContent: true });
  const account = new AppSecret(place('secret'), name, { insecurePlainText: { a: '1' } });
  const pod = {
    image,
    ports: { http: 8080 },
    containers: { other: { image, ports: { admin: 9090 } } },
    initContainers: { first: { image }, beside: { image, sidecar: true } },
    mounts: { '/etc/it': config.file('a'), '/scratch': Volume.ephemeral('scratch', { storage: '1Gi' }) },
    env: { A: account.key('a') },
    tolerations: [{ key: 'gpu' }],
  } as const;
  const around = {
    disruptionBudget: { maxUnavailable: 1 },
    networkPolicy: { allowTo: [{ peers: [{ cidr: '10.0.0.0/8' }], ports: [443] }] },
  } as const;
  const ingress = { hosts: { 'shop.example.com': 'http' }, tls: 'shop-tls' } as const;
  const tracks = { ...around, ports: pod.ports, stable: { image }, canary: { image } };
  const web = new WebService(place('web'), name, {
    ...pod,
    ...around,
    ingress,
    autoscale: { max: 3, cpu: '50%' },
    serviceAccount: { rules: { core: { pods: ['get'] } } },
  });
  new Worker(place('worker'), name, {
    ...pod,
    ...around,
    topologySpread: [{ topologyKey: 'zone' }],
    antiAffinity: { topologyKey: 'host' },
  });
  new BlueGreen(place('blue-green'), name, {
    ...pod,
    ...around,
    ingress,
    live: 'blue',
    blue: { image },
    green: { image },
    preview: true,
  });
  new Canary(place('canary'), name, {
    ...tracks,
    traffic: { by: 'ingress-nginx', ingress, weight: 5, sticky: { cookie: 'c' } },
  });
  new Canary(place('gateway'), name, {
    ...tracks,
    traffic: { by: 'gateway', gateways: [{ name: 'public' }], port: 'http', weight: 5 },
  });
  new Canary(place('by-replicas'), name, {
    ...tracks,
    replicas: 5,
    traffic: { by: 'replicas', share: '20%' },
  });
  new BatchJob(place('job'), name, { ...pod, nameByContent: true });
  new ScheduledJob(place('cron'), name, { ...pod, schedule: '@daily' });
  new ReplicaGroup(place('group'), name, { ...pod, ...around });
  new ReplicaGroup(place('controller'), name, { ...pod, kind: 'ReplicationController' });
  new NodeAgent(place('agent'), name, { ...pod, networkPolicy: around.networkPolicy });
  new SinglePod(place('pod'), name, pod);
  new StatefulService(place('stateful'), name, {
    ...pod,
    ...around,
    mounts: { '/data': Volume.claimTemplate('data', { storage: '1Gi' }) },
    clientService: {},
  });
  new SharedService(place('shared-service'), name, { pods: [web] });
  new SharedIngress(place('shared-ingress'), name, { hosts: { 'shop.example.com': web.port('http') } });
  new ExternalService(place('external'), name, { addresses: ['192.0.2.1'], ports: { db: 5432 } });
  new ExternalService(place('external-name'), name, { externalName: 'db.example.com' });
  new RegistryCredentials(place('registry'), name, {
    insecurePlainText: { r: { username: 'u', password: 'p' } },
  });
  new RoleGrant(place('role'), name, { rules: { core: { pods: ['get'] } }, subjects: [{ user: 'u' }] });
  new ClusterRoleGrant(place('cluster-role'), name, {
    rules: { core: { nodes: ['get'] } },
    subjects: [{ user: 'u' }],
  });
  new StorageClass(place('class'), name, { provisioner: 'p' });
  new VolumeClaim(place('claim'), name, { storage: '1Gi', accessModes: ['ReadWriteOnce'] });
  const volume = place('volume');
  new StaticVolume(volume, name, {
    capacity: '1Gi',
    accessModes: ['ReadWriteMany'],
    source: { nfs: { server: 's', path: '/' } },
  }).claim(volume, `${name}-claim`);
  const tenant = new Tenant(app, name);
  const used = new Set(app.node.findAll().map(({ constructor }) => constructor.name));
  const patterns = Object.entries(kubewright).filter(
    ([, value]) => typeof value === 'function' && 'isConstruct' in value,
  );
  expect(patterns.filter(([pattern]) => !used.has(pattern))).toEqual([]);
  expect(tenant.name).toBe(name);
  return app.charts.flatMap((chart) => chart.toJson() as unknown[]);
}

function bare(cell: string | undefined): string {
  return cell === undefined || cell === '``' ? '' : (/`([^`]*)`/.exec(cell)?.[1] ?? cell);
}

const secure = renderAll('secure');
const none = renderAll('none');

describe('docs/patterns/defaults.md', () => {
  test('lists all that the secure defaults add, and nothing else', () => {
    const [withDefaults, without] = [countByText(leaves(secure)), countByText(leaves(none))];
    const added = leaves(secure).filter(
      (leaf) => (withDefaults.get(text(leaf)) ?? 0) > (without.get(text(leaf)) ?? 0),
    );
    // The hash of a name by content tells of the content; it is no default.
    const named = added.filter(({ value }) => !/^it-[0-9a-f]{10}$/.test(value));
    const rows = named.map(({ kind, path, value }) => {
      const inContainer = /ontainers\[\]\.(.*)$/.exec(path)?.[1];
      if (inContainer !== undefined) return `container ${inContainer} ${value}`;
      const inTemplate = /(?:^|\.)template\.(.*)$/.exec(path)?.[1];
      if (inTemplate !== undefined || (kind === 'Pod' && path.startsWith('spec'))) {
        return `pod ${inTemplate ?? path} ${value}`;
      }
      return `object ${path.replace(/^spec\.jobTemplate\./, '')} ${value}`;
    });
    const written = rowsOf('Secure defaults').map(
      ([where = '', field, value]) => `${where} ${bare(field)} ${bare(value).replace('<name>', 'it')}`,
    );
    const nameOf = (row: string): string => row.replace(/ it(-\w+)?$/, ' it');
    expect([...new Set(rows.map(nameOf))].sort()).toEqual([...written].sort());
  });

  test("says of `defaults: 'none'` that nothing is taken away by it but the defaults", () => {
    const kinds = (objects: readonly unknown[]): string[] =>
      objects.map((object) => (object as ApiObject).kind);
    expect(kinds(none)).toEqual(kinds(secure));
    const all = new Set(leaves(secure).map(({ kind, path }) => `${kind} ${path}`));
    expect(leaves(none).filter(({ kind, path }) => !all.has(`${kind} ${path}`))).toEqual([]);
  });

  test("leaves of a pod with `defaults: 'none'` exactly what was written", () => {
    const chart = new Chart(new App(), 'c');
    const { pod } = new kubewright.SinglePod(chart, 'it', { image: 'busybox:1.36', defaults: 'none' });
    expect(pod.toJson()).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'it' },
      spec: { containers: [{ name: 'it', image: 'busybox:1.36' }] },
    });
  });

  test.each([
    ...rowsOf('What a Tenant begins with'),
    ...rowsOf('What is filled in where you ask for something'),
  ])('%s: %s is %s', (_who, field, value) => {
    const path = bare(field);
    const there = leaves(none).filter((leaf) => leaf.path === path || leaf.path.endsWith(`.${path}`));
    const expected = [...value.matchAll(/`([^`]*)`/g)].map(([, one = '']) => one.replace('<name>', 'it'));
    const values = there.map((leaf) => leaf.value);
    expect(values).toEqual(expect.arrayContaining(expected.length === 0 ? [''] : expected));
  });
});
