import { type Dice, type Json, type JsonMap } from '../dice';
import { nameOnly } from './metadata';
import { podFields, resourceFieldRef } from './volumes';

/** Where a container stands. */
export interface ContainerPlace {
  readonly name: string;
  /** Names of the pod's volumes, and whether each is a block device. */
  readonly volumes: readonly string[];
  readonly role: 'main' | 'init' | 'sidecar';
  readonly hostNetwork: boolean;
  readonly windows: boolean;
  /** Tells the ports of containers apart. */
  readonly base: number;
}

const headers = (d: Dice): Json =>
  d.list(0, 2, () => ({ name: d.of(['X-Probe', 'Host', 'Accept']), value: d.text() }));
const port = (d: Dice): Json => d.of<Json>([8080, 'http', 1, 65535, 'a-1']);

const httpGet = (d: Dice): JsonMap => ({
  port: port(d),
  ...d.opt({
    path: () => d.of(['/ready', '/', '/a?b=c']),
    scheme: () => d.of(['HTTP', 'HTTPS']),
    host: () => 'localhost',
    httpHeaders: () => headers(d),
  }),
});

function probe(d: Dice, kind: 'liveness' | 'readiness' | 'startup'): JsonMap {
  const handler = d.pick<() => JsonMap>(
    () => ({ httpGet: httpGet(d) }),
    () => ({ exec: { command: ['true', ...d.list(0, 1, () => d.text())] } }),
    () => ({ tcpSocket: { port: port(d), ...d.opt({ host: () => '127.0.0.1' }) } }),
    () => ({ grpc: { port: 9000, ...d.opt({ service: () => 'health' }) } }),
  )();
  return {
    ...handler,
    ...d.opt({
      initialDelaySeconds: () => d.of([0, 5]),
      periodSeconds: () => d.of([0, 1, 10]),
      timeoutSeconds: () => d.of([0, 1, 3]),
      failureThreshold: () => d.of([1, 3, 0]),
      successThreshold: () => (kind === 'readiness' ? d.of([1, 2, 0]) : 1),
      ...(kind === 'readiness' ? {} : { terminationGracePeriodSeconds: () => d.of([1, 30]) }),
    }),
  };
}

function lifecycle(d: Dice): JsonMap {
  const handler = (): JsonMap =>
    d.chance(0.04)
      ? { sleep: { seconds: 1 } }
      : d.pick<JsonMap>(
          { exec: { command: ['sleep', '5'] } },
          { httpGet: httpGet(d) },
          { tcpSocket: { port: port(d) } },
        );
  return d.opt({ postStart: handler, preStop: handler }, 0.6);
}

function env(d: Dice, container: string): Json {
  return d.list(0, 4, (index) => {
    const name = d.of(['A', 'FOO_BAR', 'x.y-z', '_0', 'A']) + String(index);
    return d.pick<() => JsonMap>(
      () => ({ name, value: d.text() }),
      () => ({ name }),
      () => ({
        name,
        valueFrom: {
          fieldRef: {
            fieldPath: d.of([
              ...podFields.filter((path) => !/(labels|annotations)$/.test(path)),
              'spec.nodeName',
              'spec.serviceAccountName',
              'status.hostIP',
              'status.podIP',
              'status.podIPs',
            ]),
            ...d.opt({ apiVersion: () => 'v1' }, 0.1),
          },
        },
      }),
      () => ({ name, valueFrom: { resourceFieldRef: resourceFieldRef(d, d.yes() ? container : undefined) } }),
      () => ({
        name,
        valueFrom: {
          configMapKeyRef: {
            name: d.name(),
            key: d.of(['a', 'A.b_c-d']),
            ...d.opt({ optional: () => d.yes() }),
          },
        },
      }),
      () => ({
        name,
        valueFrom: { secretKeyRef: { name: d.name(), key: 'k', ...d.opt({ optional: () => d.yes() }) } },
      }),
    )();
  });
}

const envFrom = (d: Dice): Json =>
  d.list(0, 2, () => ({
    [d.pick('configMapRef', 'secretRef')]: { ...nameOnly(d), ...d.opt({ optional: () => d.yes() }) },
    ...d.opt({ prefix: () => d.of(['APP_', 'a.b', '']) }),
  }));

/** Requests and limits that go together. */
export function resources(d: Dice): JsonMap {
  const amounts: Readonly<Record<string, readonly [Json, Json]>> = {
    cpu: d.of<[Json, Json]>([
      ['100m', '1'],
      [0.5, 2],
      ['0', 0],
      ['1', '1000m'],
    ]),
    memory: d.of<[Json, Json]>([
      ['64Mi', '128Mi'],
      ['1G', '1Gi'],
      [1000, '1e6'],
      ['0', '1.5Gi'],
    ]),
    'ephemeral-storage': ['1Gi', '2Gi'],
    'example.com/gpu': d.of<[Json, Json]>([
      [1, 1],
      ['2', 2],
    ]),
    'hugepages-2Mi': ['4Mi', '4Mi'],
  };
  const names = d.sample(Object.keys(amounts), 0, 3);
  // Huge pages are no resource of their own.
  if (names.includes('hugepages-2Mi') && !names.includes('memory')) names.push('memory');
  const requests: JsonMap = {};
  const limits: JsonMap = {};
  for (const name of names) {
    const [request, limit] = amounts[name] ?? ['1', '1'];
    const whole = name.includes('/') || name.startsWith('huge');
    if (whole || d.chance(0.7)) limits[name] = limit;
    if (limits[name] === undefined || d.chance(0.7)) requests[name] = request;
  }
  return {
    ...(d.chance(0.8) || Object.keys(requests).length > 0 ? { requests } : {}),
    ...(d.chance(0.8) || Object.keys(limits).length > 0 ? { limits } : {}),
  };
}

/** What a pod and a container may both say of security. */
export function sharedSecurity(d: Dice): JsonMap {
  return d.opt({
    runAsUser: () => d.of([0, 1000, 65534, 2147483647]),
    runAsGroup: () => d.of([0, 1000]),
    runAsNonRoot: () => d.yes(),
    seLinuxOptions: () =>
      d.opt({ level: () => 's0:c1,c2', role: () => 'r', type: () => 't', user: () => 'u' }, 0.5),
    seccompProfile: () =>
      d.pick<JsonMap>(
        { type: 'RuntimeDefault' },
        { type: 'Unconfined' },
        { type: 'Localhost', localhostProfile: 'profiles/a.json' },
      ),
  });
}

function securityContext(d: Dice): JsonMap {
  const privileged = d.chance(0.15);
  return {
    ...sharedSecurity(d),
    ...d.opt({
      ...(privileged ? {} : { allowPrivilegeEscalation: () => false }),
      readOnlyRootFilesystem: () => d.yes(),
      procMount: () => 'Default',
      capabilities: () =>
        d.opt(
          { add: () => d.sample(['NET_BIND_SERVICE', 'CHOWN', 'SYS_TIME'], 0), drop: () => ['ALL'] },
          0.7,
        ),
    }),
    ...(privileged && { privileged: true, ...d.opt({ allowPrivilegeEscalation: () => true }) }),
  };
}

function ports(d: Dice, { base, hostNetwork }: ContainerPlace): Json {
  const names = d.sample(['http', 'grpc', 'metrics', 'a-1', 'x'], 0, 3);
  return names.map((name, index) => {
    const number = base + index;
    return {
      containerPort: number,
      ...(d.chance(0.8) && { name: `${name}${base % 97}`.slice(0, 15) }),
      ...d.opt({
        protocol: () => d.of(['TCP', 'UDP', 'SCTP']),
        hostPort: () => number,
        hostIP: () => '10.0.0.1',
      }),
      ...(hostNetwork && { hostPort: number }),
    };
  });
}

function mounts(d: Dice, { volumes }: ContainerPlace): Json {
  return d.sample(volumes, 0, 3).map((name, index) => ({
    name,
    mountPath: `${d.of(['/data', '/etc/app', '/a b', 'rel'])}${index}`,
    ...d.opt({ readOnly: () => d.yes(), mountPropagation: () => d.of(['None', 'HostToContainer']) }, 0.15),
    ...(d.chance(0.15) &&
      d.pick<JsonMap>({ subPath: d.of(['a', 'a/b', '']) }, { subPathExpr: d.of(['$(A0)/x', 'a']) })),
  }));
}

/** A container of a pod, or of a pod template. */
export function container(d: Dice, place: ContainerPlace): JsonMap {
  const probes =
    place.role === 'init'
      ? {}
      : {
          livenessProbe: () => probe(d, 'liveness'),
          readinessProbe: () => probe(d, 'readiness'),
          startupProbe: () => probe(d, 'startup'),
          lifecycle: () => lifecycle(d),
        };
  return {
    name: place.name,
    image: d.of(['nginx:1.25', 'ghcr.io/acme/app@sha256:' + 'a'.repeat(64), 'x', 'Registry/App:V1']),
    ...(place.role === 'sidecar' && { restartPolicy: 'Always' }),
    ...d.opt({
      imagePullPolicy: () => d.of(['Always', 'IfNotPresent', 'Never']),
      command: () => d.list(0, 2, () => d.text()),
      args: () => d.list(0, 2, () => d.text()),
      workingDir: () => '/app',
      env: () => env(d, place.name),
      envFrom: () => envFrom(d),
      ports: () => ports(d, place),
      resources: () => resources(d),
      volumeMounts: () => mounts(d, place),
      ...(place.windows ? {} : { securityContext: () => securityContext(d) }),
      terminationMessagePath: () => '/dev/termination-log',
      terminationMessagePolicy: () => d.of(['File', 'FallbackToLogsOnError']),
      stdin: () => d.yes(),
      stdinOnce: () => d.yes(),
      tty: () => d.yes(),
      ...probes,
    }),
    ...d.opt({ resizePolicy: () => [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }, 0.01),
  };
}
