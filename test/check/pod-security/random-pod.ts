import { type JsonObject, type JsonValue } from '../../../lib/model/json-value';

/** Numbers from 0 to less than 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A pod of the API server's types, with a few things in it that Pod Security looks at. */
export interface RandomPod {
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
}

/** A JSON object that is still being made. */
type Draft = Record<string, JsonValue>;

const LEVELS: readonly JsonValue[] = ['RuntimeDefault', 'Localhost', 'Unconfined', 'Other', ''];
const CAPABILITIES = [
  ...[
    'ALL',
    'NET_BIND_SERVICE',
    'CHOWN',
    'SYS_CHROOT',
    'AUDIT_WRITE',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
  ],
  ...[
    'MKNOD',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'NET_RAW',
    'NET_ADMIN',
    'SYS_ADMIN',
    'all',
    'CAP_CHOWN',
    '',
  ],
];
const VOLUMES = [
  ...[
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
  ],
  ...[
    'secret',
    'hostPath',
    'hostPath',
    'gcePersistentDisk',
    'awsElasticBlockStore',
    'gitRepo',
    'nfs',
    'iscsi',
  ],
  ...[
    'glusterfs',
    'rbd',
    'flexVolume',
    'cinder',
    'cephfs',
    'flocker',
    'fc',
    'azureFile',
    'vsphereVolume',
    'quobyte',
  ],
  ...['azureDisk', 'photonPersistentDisk', 'portworxVolume', 'scaleIO', 'storageos'],
];
const SYSCTLS = [
  ...[
    'kernel.shm_rmid_forced',
    'net.ipv4.ip_local_port_range',
    'net.ipv4.tcp_syncookies',
    'net.ipv4.ping_group_range',
  ],
  ...[
    'net.ipv4.ip_unprivileged_port_start',
    'net.ipv4.ip_local_reserved_ports',
    'net.ipv4.tcp_keepalive_time',
  ],
  ...[
    'net.ipv4.tcp_fin_timeout',
    'net.ipv4.tcp_keepalive_intvl',
    'net.ipv4.tcp_keepalive_probes',
    'net.ipv4.tcp_rmem',
  ],
  ...['net.ipv4.tcp_wmem', 'kernel.msgmax', 'net.core.somaxconn', 'net/ipv4/tcp_rmem', ''],
];
const PROFILES = [
  'runtime/default',
  'docker/default',
  'localhost/a',
  'localhost/',
  'unconfined',
  '',
  'a"\n\\é',
];
const NAMES = ['a', 'b', 'c', 'web', 'sidecar', 'a'];

/** Makes pods from a seed; equal seeds make equal pods. */
export function randomPods(seed: number, count: number): readonly RandomPod[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => randomPod(next));
}

function randomPod(next: () => number): RandomPod {
  const chance = (probability: number): boolean => next() < probability;
  const below = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => items[below(items.length)] as T;
  const some = <T>(items: readonly T[], most: number): T[] =>
    Array.from({ length: below(most + 1) }, () => pick(items));

  // Half of the pods are fit for `restricted` before something is changed in them.
  const isFit = chance(0.5);
  const container = (): Draft => ({
    name: pick(NAMES),
    image: 'example.com/app:1.0.0',
    ...(isFit && {
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    }),
  });
  const list = (least: number, most: number): Draft[] =>
    Array.from({ length: least + below(most - least + 1) }, container);
  const containers = list(1, 3);
  const initContainers = chance(0.4) ? list(1, 2) : [];
  const ephemeralContainers = chance(0.1) ? list(1, 1) : [];
  const all = [...initContainers, ...containers, ...ephemeralContainers];
  const annotations: Draft = {};
  const spec: Draft = {
    ...(initContainers.length > 0 && { initContainers }),
    containers,
    ...(ephemeralContainers.length > 0 && { ephemeralContainers }),
    ...(isFit && {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    }),
  };

  const child = (parent: Draft, field: string): Draft => {
    const known = parent[field];
    if (typeof known === 'object' && known !== null) return known as Draft;
    return (parent[field] = {} as Draft);
  };
  const context = (): Draft => child(pick(all), 'securityContext');
  const anyContext = (): Draft => (chance(0.4) ? child(spec, 'securityContext') : context());
  const mayBe = (value: JsonValue): JsonValue => (chance(0.1) ? null : value);

  const changes: readonly (() => void)[] = [
    () => (spec[pick(['hostNetwork', 'hostPID', 'hostIPC'])] = mayBe(chance(0.7))),
    () => (spec.hostUsers = mayBe(chance(0.3))),
    () => (spec.os = { name: pick(['windows', 'windows', 'linux']) }),
    () => (context().privileged = mayBe(chance(0.7))),
    () => (context().procMount = mayBe(pick(['Default', 'Unmasked', 'Other', '']))),
    () => (context().allowPrivilegeEscalation = mayBe(chance(0.5))),
    () => (child(context(), 'capabilities').add = some(CAPABILITIES, 3)),
    () => (child(context(), 'capabilities').drop = some(['ALL', 'NET_RAW', 'all'], 2)),
    () => (context().capabilities = null),
    () => (anyContext().runAsNonRoot = mayBe(chance(0.5))),
    () => (anyContext().runAsUser = mayBe(pick([0, 0, 1, 1000]))),
    () => (anyContext().seccompProfile = mayBe({ type: pick(LEVELS) })),
    () => (anyContext().seccompProfile = chance(0.5) ? {} : null),
    () => (anyContext().appArmorProfile = mayBe({ type: pick(LEVELS) })),
    () =>
      (anyContext().seLinuxOptions = mayBe({
        ...(chance(0.6) && {
          type: pick([
            'container_t',
            'container_init_t',
            'container_kvm_t',
            'container_engine_t',
            'spc_t',
            '',
          ]),
        }),
        ...(chance(0.3) && { user: pick(['', 'sysadm_u']) }),
        ...(chance(0.3) && { role: pick(['', 'sysadm_r']) }),
        ...(chance(0.3) && { level: 's0:c123,c456' }),
      })),
    () => (anyContext().windowsOptions = mayBe({ hostProcess: mayBe(chance(0.7)) })),
    () => (child(spec, 'securityContext').sysctls = some(SYSCTLS, 3).map((name) => ({ name, value: '1' }))),
    () =>
      (spec.volumes = Array.from({ length: 1 + below(4) }, (_, index) => ({
        name: `v${index}`,
        ...(chance(0.95) && { [pick(VOLUMES)]: chance(0.95) ? {} : null }),
      }))),
    () =>
      (pick(all).ports = Array.from({ length: 1 + below(3) }, () => ({
        containerPort: 8080,
        ...(chance(0.7) && { hostPort: pick([0, 80, 443, 8080, 10000]) }),
      }))),
    () => {
      const probe = pick(['livenessProbe', 'readinessProbe', 'startupProbe', 'postStart', 'preStop']);
      const holder = probe.startsWith('p') ? child(pick(all), 'lifecycle') : pick(all);
      const host = pick(['', 'localhost', '127.0.0.1', '8.8.8.8']);
      holder[probe] = { [pick(['httpGet', 'tcpSocket'])]: { port: 80, ...(chance(0.9) && { host }) } };
    },
    () => (annotations[`container.apparmor.security.beta.kubernetes.io/${pick(NAMES)}`] = pick(PROFILES)),
    () => (annotations[`container.seccomp.security.alpha.kubernetes.io/${pick(NAMES)}`] = pick(PROFILES)),
    () => (annotations['seccomp.security.alpha.kubernetes.io/pod'] = pick(PROFILES)),
  ];
  for (let count = below(5); count > 0; count -= 1) pick(changes)();
  return { metadata: { name: 'pod', ...(Object.keys(annotations).length > 0 && { annotations }) }, spec };
}
