import { type Chart } from 'cdk8s';
import { podTemplate } from '../../lib/model/pod-template';
import { AppConfig } from '../../lib/patterns/app-config';
import { AppSecret } from '../../lib/patterns/app-secret';
import { BatchJob } from '../../lib/patterns/batch-job';
import { BlueGreen } from '../../lib/patterns/blue-green';
import { Canary } from '../../lib/patterns/canary';
import { NodeAgent } from '../../lib/patterns/node-agent';
import { Volume } from '../../lib/patterns/pod/volume';
import { ReplicaGroup } from '../../lib/patterns/replica-group';
import { ScheduledJob } from '../../lib/patterns/scheduled-job';
import { SinglePod } from '../../lib/patterns/single-pod';
import { StatefulService } from '../../lib/patterns/stateful-service';
import { VolumeClaim } from '../../lib/patterns/volume-claim';
import { WebService } from '../../lib/patterns/web-service';
import { Worker } from '../../lib/patterns/worker';
import { synth, type Synthesized } from './synth';

// The controls of https://kubernetes.io/docs/concepts/security/pod-security-standards/, restricted and, since it
// includes that, baseline.
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const SECCOMP = ['RuntimeDefault', 'Localhost'];

/** What of a pod the level `restricted` forbids. */
function violations(spec: Synthesized): string[] {
  const pod = (spec.securityContext ?? {}) as Synthesized;
  const found: string[] = [];
  const forbid = (control: string, broken: unknown): void => {
    if (broken === true) found.push(control);
  };
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) forbid(field, spec[field] === true);
  forbid('sysctls', pod.sysctls !== undefined);
  forbid('runAsUser', pod.runAsUser === 0);
  for (const { name, ...source } of (spec.volumes ?? []) as Synthesized[]) {
    forbid(
      `volume ${String(name)}`,
      Object.keys(source).some((type) => !VOLUMES.includes(type)),
    );
  }
  const containers = [
    ...(spec.containers as Synthesized[]),
    ...((spec.initContainers ?? []) as Synthesized[]),
  ];
  for (const { name, ports = [], securityContext = {} } of containers) {
    const own = securityContext as Synthesized;
    const control = (what: string): string => `${what} of ${String(name)}`;
    forbid(control('privileged'), own.privileged === true);
    forbid(control('allowPrivilegeEscalation'), own.allowPrivilegeEscalation !== false);
    forbid(control('drop'), own.capabilities?.drop?.includes('ALL') !== true);
    const added = (own.capabilities?.add ?? []) as string[];
    forbid(
      control('add'),
      added.some((capability) => capability !== 'NET_BIND_SERVICE'),
    );
    forbid(control('runAsNonRoot'), (own.runAsNonRoot ?? pod.runAsNonRoot) !== true);
    forbid(control('runAsUser'), own.runAsUser === 0);
    forbid(control('seccomp'), !SECCOMP.includes((own.seccompProfile ?? pod.seccompProfile)?.type as string));
    forbid(control('procMount'), own.procMount !== undefined);
    forbid(control('seLinux'), (own.seLinuxOptions ?? pod.seLinuxOptions) !== undefined);
    forbid(
      control('hostPort'),
      (ports as Synthesized[]).some(({ hostPort }) => hostPort !== undefined),
    );
  }
  return found;
}

const image = 'a:1';
const ports = { http: 8080 };

/** Pods with everything around them that a default may have to reach. */
const FULL = (chart: Chart) => ({
  image,
  ports,
  containers: { beside: { image } },
  initContainers: { before: { image }, proxy: { image, sidecar: true as const } },
  resources: { limits: { memory: '1Gi' } } as const,
  mounts: {
    '/config': new AppConfig(chart, 'config', { data: { A: '1' } }),
    '/secret': AppSecret.existing('secret'),
    '/claim': new VolumeClaim(chart, 'claim', { storage: 1, accessModes: ['ReadWriteOnce'] }),
    '/tmp': Volume.emptyDir('tmp'),
    '/facts': Volume.downwardApi('facts', { labels: 'metadata.labels' }),
    '/token': Volume.projected('token', [{ serviceAccountToken: { path: 'token' } }]),
    '/own': Volume.ephemeral('own', { storage: 1 }),
    '/csi': Volume.csi('csi', { driver: 'example.com' }),
  },
});
type Full = ReturnType<typeof FULL>;

const PATTERNS: Readonly<Record<string, (chart: Chart, full: Full) => unknown>> = {
  WebService: (chart, full) => new WebService(chart, 'a', full),
  Worker: (chart, full) => new Worker(chart, 'a', full),
  BlueGreen: (chart, { image: _, ...full }) =>
    new BlueGreen(chart, 'a', { ...full, live: 'blue', blue: { image }, green: { image } }),
  Canary: (chart, { image: _, ...full }) =>
    new Canary(chart, 'a', {
      ...full,
      stable: { image },
      canary: { image },
      replicas: 4,
      traffic: { by: 'replicas', share: '25%' },
    }),
  NodeAgent: (chart, full) => new NodeAgent(chart, 'a', full),
  ReplicaSet: (chart, full) => new ReplicaGroup(chart, 'a', full),
  ReplicationController: (chart, full) =>
    new ReplicaGroup(chart, 'a', { ...full, kind: 'ReplicationController' }),
  StatefulService: (chart, full) =>
    new StatefulService(chart, 'a', {
      ...full,
      mounts: { ...full.mounts, '/data': Volume.claimTemplate('data', { storage: 1 }) },
    }),
  SinglePod: (chart, full) => new SinglePod(chart, 'a', full),
  BatchJob: (chart, full) => new BatchJob(chart, 'a', full),
  ScheduledJob: (chart, full) => new ScheduledJob(chart, 'a', { ...full, schedule: '@daily' }),
};

function specs(build: (chart: Chart) => unknown): Synthesized[] {
  return synth((chart) => {
    build(chart);
  }).flatMap((object) => {
    const spec = podTemplate(object)?.spec;
    return spec === undefined ? [] : [spec as Synthesized];
  });
}

describe('Pod Security restricted', () => {
  test.each(Object.keys(PATTERNS))('takes the pods of a %s by default', (name) => {
    const found = specs((chart) => PATTERNS[name]?.(chart, FULL(chart)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(violations)).toEqual([]);
  });

  test('takes a port below 1024, which one capability may open', () => {
    const capabilities = { add: ['NET_BIND_SERVICE'] };
    expect(
      specs((chart) => new Worker(chart, 'a', { image, securityContext: { capabilities } })).flatMap(
        violations,
      ),
    ).toEqual([]);
  });

  test('is what the defaults are for: without them, every container breaks it', () => {
    const [spec] = specs((chart) => new Worker(chart, 'a', { ...FULL(chart), defaults: 'none' }));
    expect(spec && violations(spec)).toEqual(
      ['a', 'beside', 'before', 'proxy'].flatMap((name) =>
        ['allowPrivilegeEscalation', 'drop', 'runAsNonRoot', 'seccomp'].map(
          (control) => `${control} of ${name}`,
        ),
      ),
    );
  });

  test('asks of windows pods what windows has', () => {
    const [spec] = specs((chart) => new Worker(chart, 'a', { image, os: 'windows' }));
    expect(spec).toMatchObject({ os: { name: 'windows' }, securityContext: { runAsNonRoot: true } });
  });
});
