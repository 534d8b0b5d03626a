import { textField } from '../../../lib/model/json-object';
import { type Dice, type Json, type JsonMap } from '../dice';
import { container, type ContainerPlace, sharedSecurity } from './containers';
import { labelSelector, metadata, nameOnly } from './metadata';
import { volumes } from './volumes';

export interface PodPlace {
  /** Restart policies that the owner allows; the first may be left out. */
  readonly restartPolicy?: readonly string[];
  readonly restartRequired?: boolean;
  /** Volumes that come from elsewhere: claim templates. */
  readonly volumes?: readonly string[];
  /** A pod refers to what the server looks up. */
  readonly single?: boolean;
}

function nodeTerm(d: Dice): JsonMap {
  const expression = (): JsonMap => {
    const operator = d.pick('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt');
    return {
      key: d.key(),
      operator,
      ...((operator === 'In' || operator === 'NotIn') && { values: d.sample(['a', 'b', 'c'], 1) }),
      ...((operator === 'Gt' || operator === 'Lt') && { values: ['5'] }),
    };
  };
  return d.opt(
    {
      matchExpressions: () => d.list(0, 2, () => expression()),
      matchFields: () => [{ key: 'metadata.name', operator: d.pick('In', 'NotIn'), values: ['node-1'] }],
    },
    0.5,
  );
}

const podTerm = (d: Dice): JsonMap => ({
  topologyKey: d.of(['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'x']),
  ...d.opt(
    {
      labelSelector: () => labelSelector(d),
      namespaces: () => ['a', 'b'],
      namespaceSelector: () => labelSelector(d),
    },
    0.4,
  ),
});

const podAffinity = (d: Dice): JsonMap =>
  d.opt(
    {
      requiredDuringSchedulingIgnoredDuringExecution: () => d.list(0, 2, () => podTerm(d)),
      preferredDuringSchedulingIgnoredDuringExecution: () =>
        d.list(0, 2, () => ({ weight: d.of([1, 50, 100]), podAffinityTerm: podTerm(d) })),
    },
    0.6,
  );

/** A required node selector, as of a pod or a PersistentVolume. */
export const nodeSelector = (d: Dice): JsonMap => ({ nodeSelectorTerms: d.list(1, 2, () => nodeTerm(d)) });

const affinity = (d: Dice): JsonMap =>
  d.opt(
    {
      nodeAffinity: () =>
        d.opt(
          {
            requiredDuringSchedulingIgnoredDuringExecution: () => nodeSelector(d),
            preferredDuringSchedulingIgnoredDuringExecution: () =>
              d.list(0, 2, () => ({ weight: d.of([1, 100]), preference: nodeTerm(d) })),
          },
          0.6,
        ),
      podAffinity: () => podAffinity(d),
      podAntiAffinity: () => podAffinity(d),
    },
    0.5,
  );

function spread(d: Dice): Json {
  const keys = d.sample(['topology.kubernetes.io/zone', 'kubernetes.io/hostname', 'rack'], 1, 2);
  return keys.map((topologyKey) => {
    const whenUnsatisfiable = d.pick('DoNotSchedule', 'ScheduleAnyway');
    const chosen = d.chance(0.7) ? { matchLabels: d.labels() } : undefined;
    return {
      maxSkew: d.of([1, 2, 5]),
      topologyKey,
      whenUnsatisfiable,
      ...(chosen && { labelSelector: chosen, ...d.opt({ matchLabelKeys: () => ['pod-template-hash'] }) }),
      ...(whenUnsatisfiable === 'DoNotSchedule' && d.opt({ minDomains: () => d.of([1, 3]) })),
      ...d.opt({
        nodeAffinityPolicy: () => d.of(['Honor', 'Ignore']),
        nodeTaintsPolicy: () => d.of(['Honor', 'Ignore']),
      }),
    };
  });
}

const toleration = (d: Dice): JsonMap =>
  d.pick<JsonMap>(
    { operator: 'Exists' },
    { key: d.key(), operator: 'Exists', effect: d.of(['NoSchedule', 'PreferNoSchedule', 'NoExecute', '']) },
    { key: d.key(), operator: 'Equal', value: 'x', effect: 'NoSchedule' },
    { key: d.key(), value: d.of(['', 'a']) },
    { key: d.key(), operator: 'Exists', effect: 'NoExecute', tolerationSeconds: d.of([0, 60, -1]) },
  );

const podSecurity = (d: Dice): JsonMap => ({
  ...sharedSecurity(d),
  ...d.opt({
    fsGroup: () => d.of([0, 2000]),
    fsGroupChangePolicy: () => d.of(['Always', 'OnRootMismatch']),
    supplementalGroups: () => d.sample([0, 1, 65534], 0),
    sysctls: () =>
      d.list(0, 2, (index) => ({
        name: d.of(['net.core.somaxconn', 'kernel.shm_rmid_forced', 'a/b']) + String(index),
        value: '1',
      })),
  }),
});

const dns = (d: Dice): JsonMap =>
  d.pick<JsonMap>(
    { dnsPolicy: d.of(['ClusterFirst', 'Default', 'ClusterFirstWithHostNet']) },
    {
      dnsPolicy: 'None',
      dnsConfig: {
        nameservers: d.sample(['10.0.0.10', '8.8.8.8', 'fd00::10'], 1),
        ...d.opt(
          {
            searches: () => ['a.example.com', 'svc.cluster.local'],
            options: () => [{ name: 'ndots', value: '2' }],
          },
          0.5,
        ),
      },
    },
    { dnsConfig: d.opt({ searches: () => ['x.y.'], options: () => [{ name: 'edns0' }] }) },
  );

/** The spec of a pod; valid in all releases of the judge, but for rare fields that are younger. */
export function podSpec(d: Dice, place: PodPlace = {}): JsonMap {
  const made = volumes(d);
  const names = [...made.map((volume) => textField(volume, 'name') ?? ''), ...(place.volumes ?? [])];
  const hostNetwork = d.chance(0.08);
  const windows = d.chance(0.04);
  const at = (name: string, role: ContainerPlace['role'], base: number): JsonMap =>
    container(d, { name, volumes: names, role, hostNetwork, windows, base });
  const containers = ['main', ...d.sample(['proxy', 'b'], 0, 1)].map((name, index) =>
    at(name, 'main', 8000 + index * 100),
  );
  const initContainers = d
    .sample(['init', 'setup'], 0, 2)
    .map((name, index) => at(name, d.chance(0.05) ? 'sidecar' : 'init', 9000 + index * 100));
  const policies = place.restartPolicy ?? ['Always', 'OnFailure', 'Never'];
  return {
    containers,
    ...(initContainers.length > 0 && d.yes() ? { initContainers } : {}),
    ...(made.length > 0 && { volumes: made }),
    ...(place.restartRequired === true || d.chance(0.3) ? { restartPolicy: d.of(policies) } : {}),
    ...(hostNetwork && { hostNetwork }),
    ...(windows
      ? { os: { name: 'windows' } }
      : d.opt({ os: () => ({ name: 'linux' }), securityContext: () => podSecurity(d) })),
    ...(d.chance(0.15) && dns(d)),
    ...d.opt(
      {
        terminationGracePeriodSeconds: () => d.of([0, 30]),
        nodeSelector: () => d.labels(),
        nodeName: () => d.name(),
        serviceAccountName: () => (place.single === true ? 'default' : d.name()),
        automountServiceAccountToken: () => d.yes(),
        ...(windows
          ? {}
          : { hostPID: () => d.yes(), hostIPC: () => d.yes(), shareProcessNamespace: () => false }),
        imagePullSecrets: () => d.list(0, 2, () => nameOnly(d)),
        hostname: () => d.label(),
        subdomain: () => d.label(),
        setHostnameAsFQDN: () => d.yes(),
        affinity: () => affinity(d),
        schedulerName: () => d.of(['default-scheduler', 'volcano']),
        tolerations: () => d.list(0, 3, () => toleration(d)),
        hostAliases: () =>
          d.list(0, 2, (index) => ({ ip: `10.0.0.${index}`, hostnames: ['a.example.com', 'b'] })),
        priorityClassName: () =>
          place.single === true ? d.of(['system-node-critical', 'system-cluster-critical']) : d.name(),
        readinessGates: () => [{ conditionType: d.of(['example.com/ready', 'Ready']) }],
        runtimeClassName: () => (place.single === true ? 'gvisor' : d.name()),
        enableServiceLinks: () => d.yes(),
        preemptionPolicy: () => 'PreemptLowerPriority',
        topologySpreadConstraints: () => spread(d),
        schedulingGates: () => d.list(0, 2, (index) => ({ name: `example.com/gate-${index}` })),
      },
      0.1,
    ),
    ...((place.single === true || place.restartRequired === true) &&
      d.chance(0.08) && { activeDeadlineSeconds: d.of([1, 600]) }),
  };
}

/** The template of a workload; its labels are what its selector selects. */
export function podTemplate(d: Dice, labels: JsonMap, place: PodPlace): JsonMap {
  return {
    metadata: { labels, ...d.opt({ annotations: () => ({ 'example.com/a': d.text() }) }) },
    spec: podSpec(d, place),
  };
}

export const pod = (d: Dice): JsonMap => ({ metadata: metadata(d), spec: podSpec(d, { single: true }) });
