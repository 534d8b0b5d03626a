/**
 * The order in which a person writes the fields of a manifest. It depends on the names of the keys
 * alone, never on the order in which a program happened to set them.
 *
 * One list serves every type: fields that never meet in one object do not disturb each other. What
 * the lists do not name stands between them, by code unit.
 */
const FIRST = [
  // Every object, and references to objects.
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'type',
  // Workloads, claims and autoscalers.
  'scaleTargetRef',
  'minReplicas',
  'maxReplicas',
  'schedule',
  'timeZone',
  'replicas',
  'selector',
  // Containers.
  'image',
  'imagePullPolicy',
  'command',
  'args',
  'workingDir',
  // Ports, and the places where HTTP goes.
  'host',
  'path',
  'pathType',
  'port',
  'containerPort',
  'targetPort',
  'nodePort',
  'ports',
  'envFrom',
  'env',
  'apiGroups',
  'resources',
  'resourceNames',
  'verbs',
  'volumeMounts',
  'startupProbe',
  'livenessProbe',
  'readinessProbe',
  // Selector requirements and tolerations.
  'key',
  'operator',
  'value',
  'values',
  // Pods.
  'serviceAccountName',
  'automountServiceAccountToken',
  'securityContext',
  'initContainers',
  'containers',
  'volumes',
];

/** The long parts, after everything that fits on a line. */
const LAST = [
  'spec',
  'template',
  'jobTemplate',
  'volumeClaimTemplates',
  'data',
  'stringData',
  'binaryData',
  'status',
];

/** Fields that hold a map whose keys people choose; those stand by code unit alone. */
const FREE_FORM = new Set([
  'annotations',
  'binaryData',
  'capacity',
  'data',
  'default',
  'defaultRequest',
  'hard',
  'labels',
  'limits',
  'matchLabels',
  'max',
  'maxLimitRequestRatio',
  'min',
  'nodeSelector',
  'overhead',
  'parameters',
  'patternProperties',
  'properties',
  'requests',
  'stringData',
  'used',
  'volumeAttributes',
]);

const RANKS = new Map([
  ...FIRST.map((key, index) => [key, index - FIRST.length] as const),
  ...LAST.map((key, index) => [key, index + 1] as const),
]);

/** Where the key stands among its siblings: lower first, equals by code unit. */
export function keyRank(key: string): number {
  return RANKS.get(key) ?? 0;
}

/** Whether the field holds a map whose keys are names that people choose, such as labels. */
export function holdsFreeKeys(key: string): boolean {
  return FREE_FORM.has(key);
}
