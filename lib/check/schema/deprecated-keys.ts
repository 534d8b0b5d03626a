import { isJsonObject, objectField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { type TypeInfo } from './table';
import { type TypeWalk } from './type-walk';

interface AnnotationRow {
  /** The whole key, or what it begins with where it ends in `/`. */
  readonly key: string;
  /** First minor in which it is deprecated, where a covered one does not have it so. */
  readonly since?: KubernetesVersion;
  /** The field that has replaced it; the annotation beside it does no harm. */
  readonly beside?: readonly string[];
  readonly note: string;
  readonly help: string;
}

const POD: readonly AnnotationRow[] = [
  {
    key: 'scheduler.alpha.kubernetes.io/critical-pod',
    note: 'it does nothing since Kubernetes 1.16',
    help: 'use `priorityClassName: system-cluster-critical`',
  },
  ...['sysctls', 'unsafe-sysctls'].map((name) => ({
    key: `security.alpha.kubernetes.io/${name}`,
    note: 'it does nothing since Kubernetes 1.11',
    help: 'use `securityContext.sysctls` of the pod',
  })),
  {
    key: 'seccomp.security.alpha.kubernetes.io/pod',
    beside: ['spec', 'securityContext', 'seccompProfile'],
    note: 'it does nothing since Kubernetes 1.27',
    help: 'use `securityContext: { seccompProfile: { type: RuntimeDefault } }` of the pod',
  },
  {
    key: 'container.seccomp.security.alpha.kubernetes.io/',
    note: 'it does nothing since Kubernetes 1.27',
    help: 'use `securityContext: { seccompProfile: { type: RuntimeDefault } }` of the container',
  },
];

/** Upstream: the `GetWarnings...` and `WarningsOnCreate` functions of pkg/api and pkg/registry. */
const ANNOTATIONS: Readonly<Record<string, readonly AnnotationRow[]>> = {
  'core.v1.Pod': POD,
  'core.v1.PodTemplateSpec': POD,
  'networking.v1.Ingress': [
    {
      key: 'kubernetes.io/ingress.class',
      beside: ['spec', 'ingressClassName'],
      note: 'the field replaced it in Kubernetes 1.18',
      help: 'write the name of an IngressClass in `spec.ingressClassName`',
    },
  ],
  'core.v1.Service': [
    {
      key: 'service.kubernetes.io/topology-aware-hints',
      note: 'another annotation replaced it in Kubernetes 1.27',
      help: 'use `service.kubernetes.io/topology-mode: Auto`, or `spec.trafficDistribution`',
    },
  ],
  'core.v1.PersistentVolume': [
    {
      key: 'volume.beta.kubernetes.io/storage-class',
      note: 'the field replaced it in Kubernetes 1.6',
      help: 'use `spec.storageClassName`',
    },
    {
      key: 'volume.beta.kubernetes.io/mount-options',
      since: '1.31',
      note: 'the field replaced it in Kubernetes 1.8',
      help: 'use `spec.mountOptions`',
    },
  ],
  'core.v1.PersistentVolumeClaim': [
    {
      key: 'volume.beta.kubernetes.io/storage-class',
      note: 'the field replaced it in Kubernetes 1.6',
      help: 'use `spec.storageClassName`',
    },
  ],
  'core.v1.ServiceAccount': [
    {
      key: 'kubernetes.io/enforce-mountable-secrets',
      since: '1.32',
      note: 'it does not keep pods from Secrets that they name in other ways',
      help: 'give Secrets that are to be kept apart a namespace of their own',
    },
  ],
};

/** Upstream: `deprecatedNodeLabels`, pkg/api/node/util.go. */
const NODE_LABELS: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
]);

const OF_NODES: ReadonlySet<string> = new Set([
  'core.v1.PodSpec',
  'core.v1.NodeSelectorRequirement',
  'core.v1.TopologySpreadConstraint',
]);

/** Whether a value of that type may have such keys. */
export function mayHaveDeprecatedKeys(type: string): boolean {
  return ANNOTATIONS[type] !== undefined || OF_NODES.has(type);
}

/** Reports annotations, and labels of nodes, that the API server warns of, on a value of that type. */
export function checkDeprecatedKeys(walk: TypeWalk, type: TypeInfo, value: JsonObject): void {
  const rows = ANNOTATIONS[type.name];
  if (rows !== undefined) checkAnnotations(walk, rows, value);
  if (type.name === 'core.v1.PodSpec') checkNodeSelector(walk, value);
  if (type.name === 'core.v1.NodeSelectorRequirement') checkNodeLabel(walk, value.key, ['key']);
  if (type.name === 'core.v1.TopologySpreadConstraint')
    checkNodeLabel(walk, value.topologyKey, ['topologyKey']);
}

function checkAnnotations(walk: TypeWalk, rows: readonly AnnotationRow[], value: JsonObject): void {
  const { log, version } = walk;
  const annotations = objectField(objectField(value, 'metadata'), 'annotations');
  for (const key of Object.keys(annotations ?? {})) {
    const row = rows.find((candidate) =>
      candidate.key.endsWith('/') ? key.startsWith(candidate.key) : key === candidate.key,
    );
    if (row === undefined || (row.since !== undefined && compareKubernetesVersions(version, row.since) < 0))
      continue;
    if (row.beside !== undefined && has(value, row.beside)) continue;
    log.add(
      'deprecated-field',
      {
        says: `has the deprecated annotation \`${key}\``,
        label: `${log.where('metadata', 'annotations')} has ${key}`,
        notes: [row.note],
        help: [row.help],
      },
      'metadata',
      'annotations',
      key,
    );
  }
}

function checkNodeSelector(walk: TypeWalk, spec: JsonObject): void {
  for (const key of Object.keys(objectField(spec, 'nodeSelector') ?? {})) {
    checkNodeLabel(walk, key, ['nodeSelector', key]);
  }
}

function checkNodeLabel({ log }: TypeWalk, label: JsonValue | undefined, below: readonly string[]): void {
  if (typeof label !== 'string') return;
  const today = NODE_LABELS.get(label);
  if (today === undefined) return;
  log.add(
    'deprecated-field',
    {
      says: `uses the deprecated node label \`${label}\``,
      label: `${log.where(...below)} names ${label}`,
      help: [`use \`${today}\``],
    },
    ...below,
  );
}

function has(value: JsonObject, path: readonly string[]): boolean {
  let current: JsonValue | undefined = value;
  for (const step of path) current = isJsonObject(current) ? current[step] : undefined;
  return (current ?? null) !== null;
}
