import { type JsonObject } from '../../lib/model/json-value';
import { type Random } from '../patterns/random';

/** The least first. */
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  cpu: ['100m', '250m', '333m', '0.5', '1', '1500m', '2'],
  memory: ['10Mi', '64Mi', '100M', '128Mi', '1Gi', '1.5Gi', '2Gi'],
  'ephemeral-storage': ['500M', '1Gi', '2Gi'],
  storage: ['1Gi', '1500Mi', '5Gi', '10Gi', '20G'],
};
const OF_CONTAINERS = ['cpu', 'memory', 'ephemeral-storage'] as const;

type Metadata = Readonly<Record<string, string>>;

/** A LimitRange that is likely to be valid, and to refuse something. */
export function limitRange(r: Random, metadata: Metadata): JsonObject {
  const types = r.shuffle(['Container', 'Pod', 'PersistentVolumeClaim'] as const).filter(() => r.chance(0.6));
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata,
    spec: { limits: (types.length === 0 ? ['Container' as const] : types).map((type) => item(r, type)) },
  };
}

function item(r: Random, type: 'Container' | 'Pod' | 'PersistentVolumeClaim'): JsonObject {
  if (type === 'PersistentVolumeClaim')
    return { type, max: { storage: amount(r, 'storage') }, ...minOf(r, ['storage'], 0.4) };
  const bounds = {
    ...minOf(r, OF_CONTAINERS, 0.3),
    ...(r.chance(0.5) && { max: list(r, OF_CONTAINERS, 0.4) }),
    ...(r.chance(0.25) && {
      maxLimitRequestRatio: { [r.pick('cpu', 'memory')]: r.pick('1', '1.5', '2', '4', '10') },
    }),
  };
  if (type === 'Pod') return { type, ...bounds };
  return {
    type,
    ...bounds,
    ...(r.chance(0.4) && { default: list(r, OF_CONTAINERS, 0.4) }),
    ...(r.chance(0.4) && { defaultRequest: list(r, OF_CONTAINERS, 0.4) }),
  };
}

function minOf(r: Random, names: readonly string[], of: number): JsonObject {
  return r.chance(0.5) ? { min: list(r, names, of) } : {};
}

function list(r: Random, names: readonly string[], of: number): Record<string, string> {
  return r.record(names, (name) => amount(r, name), of);
}

function amount(r: Random, name: string): string {
  const amounts = AMOUNTS[name] ?? ['1'];
  return amounts[r.int(0, amounts.length - 1)] ?? '1';
}

function rank(name: string, of: string): number {
  return AMOUNTS[name]?.indexOf(of) ?? 0;
}

/** A Pod with containers, init containers, sidecars and, seldom, resources of its own. */
export function pod(r: Random, metadata: Metadata, more: JsonObject = {}): JsonObject {
  const containers = r.list(1, 3, (index) => container(r, `c${index}`));
  const initContainers = r.chance(0.4)
    ? r.list(1, 3, (index) => ({
        ...container(r, `i${index}`),
        ...(r.chance(0.4) && { restartPolicy: 'Always' }),
      }))
    : [];
  const own = r.chance(0.12) ? { resources: { limits: { cpu: '8', memory: '12Gi' } } } : {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: { containers, ...(initContainers.length > 0 && { initContainers }), ...own, ...more },
  };
}

function container(r: Random, name: string): JsonObject {
  const limits = r.chance(0.5) ? list(r, OF_CONTAINERS, 0.6) : undefined;
  const requests = r.chance(0.6) ? list(r, OF_CONTAINERS, 0.6) : undefined;
  for (const each of OF_CONTAINERS) {
    const [limit, request] = [limits?.[each], requests?.[each]];
    // A request above its own limit is refused whatever LimitRanges say.
    if (limits !== undefined && limit !== undefined && request !== undefined) {
      limits[each] = rank(each, limit) < rank(each, request) ? request : limit;
    }
  }
  const resources = { ...(limits && { limits }), ...(requests && { requests }) };
  return { name, image: 'example.org/app:1', resources };
}

/** A claim of some size, seldom of a class. */
export function claim(r: Random, metadata: Metadata): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: {
      accessModes: ['ReadWriteOnce'],
      ...(r.chance(0.4) && { storageClassName: r.pick('gold', '') }),
      resources: { requests: { storage: amount(r, 'storage') } },
    },
  };
}
