import { parseApiVersion } from './api-version';
import { objectField, textField, textMapField } from './json-object';
import { jsonPointer } from './json-pointer';
import { type JsonObject } from './json-value';
import { Memo } from './memo';

/** The pods that a workload makes: where in it they are described, and what is said of them. */
export interface PodTemplate {
  /** JSON pointer of what holds the pod's `metadata` and `spec`; `''` for a Pod itself. */
  readonly pointer: string;
  /** JSON pointer of the pod's `spec`. */
  readonly specPointer: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The pod's `spec`; absent in a broken manifest. */
  readonly spec?: JsonObject;
  /**
   * How many pods the controller keeps, with the API server's default of 1. Absent where that hangs on
   * nodes (DaemonSet) or work (Job, CronJob), where nothing makes pods (PodTemplate), and when it is no number.
   */
  readonly replicas?: number;
  /** The controller's selector in the shape of a LabelSelector; absent where the server makes it (Job). */
  readonly selector?: JsonObject;
  /** JSON pointer of the selector as it is, or would be, written; absent for kinds without one. */
  readonly selectorPointer?: string;
}

interface Workload {
  readonly groups: readonly string[];
  /** The fields that lead to the template. */
  readonly way: readonly string[];
  /** Whether it has `spec.replicas`. A Pod counts as one of itself. */
  readonly replicas?: 'field' | 'one';
  /** `labels` is the plain map of a ReplicationController; `manual` is used only with `manualSelector`. */
  readonly selector?: 'selector' | 'labels' | 'manual';
}

const APPS = ['apps', 'extensions'];
const TEMPLATE = ['spec', 'template'];

const WORKLOADS: ReadonlyMap<string, Workload> = new Map<string, Workload>([
  ['Pod', { groups: [''], way: [], replicas: 'one' }],
  ['PodTemplate', { groups: [''], way: ['template'] }],
  ['ReplicationController', { groups: [''], way: TEMPLATE, replicas: 'field', selector: 'labels' }],
  ['ReplicaSet', { groups: APPS, way: TEMPLATE, replicas: 'field', selector: 'selector' }],
  ['Deployment', { groups: APPS, way: TEMPLATE, replicas: 'field', selector: 'selector' }],
  ['StatefulSet', { groups: ['apps'], way: TEMPLATE, replicas: 'field', selector: 'selector' }],
  ['DaemonSet', { groups: APPS, way: TEMPLATE, selector: 'selector' }],
  ['Job', { groups: ['batch'], way: TEMPLATE, selector: 'manual' }],
  ['CronJob', { groups: ['batch'], way: ['spec', 'jobTemplate', ...TEMPLATE] }],
  // Argo Rollouts, whose object has the shape of a Deployment.
  ['Rollout', { groups: ['argoproj.io'], way: TEMPLATE, replicas: 'field', selector: 'selector' }],
]);

/** Whether objects of a kind, of some group or other, have a pod template. */
export function mayHoldPods(kind: string): boolean {
  return WORKLOADS.has(kind);
}

/**
 * The pod template of a workload, of whatever API version; undefined for every other kind. Broken manifests
 * are taken as far as they make sense. An object that is frozen, as those of an `ObjectSet` are, is looked at once in a check:
 * nobody changes it or what is in it meanwhile.
 *
 * @example
 * podTemplate(cronJob)?.specPointer; // '/spec/jobTemplate/spec/template/spec'
 */
export function podTemplate(object: JsonObject): PodTemplate | undefined {
  const known = TEMPLATES.find(object);
  if (known !== undefined) return known.result;
  const template = readTemplate(object);
  // To see that it is frozen takes as long as to look at all of its fields.
  return Object.isFrozen(object) ? TEMPLATES.keep(object, template) : template;
}

const TEMPLATES = new Memo<JsonObject, PodTemplate | undefined>();

function workloadOf(object: JsonObject): Workload | undefined {
  const workload = WORKLOADS.get(textField(object, 'kind') ?? '');
  if (workload === undefined) return undefined;
  const { group, version } = parseApiVersion(textField(object, 'apiVersion') ?? '');
  // No apiVersion parses as the core group without a version.
  return version !== '' && workload.groups.includes(group) ? workload : undefined;
}

function readTemplate(object: JsonObject): PodTemplate | undefined {
  const workload = workloadOf(object);
  if (workload === undefined) return undefined;
  const pointer = jsonPointer('', ...workload.way);
  const holder = workload.way.reduce<JsonObject | undefined>(objectField, object);
  const metadata = objectField(holder, 'metadata');
  const template: { -readonly [Field in keyof PodTemplate]: PodTemplate[Field] } = {
    pointer,
    specPointer: `${pointer}/spec`,
    labels: textMapField(metadata, 'labels'),
    annotations: textMapField(metadata, 'annotations'),
  };
  const spec = objectField(holder, 'spec');
  if (spec !== undefined) template.spec = spec;
  const replicas = replicasOf(object, workload);
  if (replicas !== undefined) template.replicas = replicas;
  if (workload.selector !== undefined) {
    template.selectorPointer = '/spec/selector';
    const selector = selectorOf(object, workload.selector, template.labels);
    if (selector !== undefined) template.selector = selector;
  }
  return Object.freeze(template);
}

function replicasOf(object: JsonObject, { replicas }: Workload): number | undefined {
  if (replicas === undefined) return undefined;
  if (replicas === 'one') return 1;
  const written = objectField(object, 'spec')?.replicas ?? 1;
  return typeof written === 'number' ? written : undefined;
}

function selectorOf(
  object: JsonObject,
  how: NonNullable<Workload['selector']>,
  labels: Readonly<Record<string, string>>,
): JsonObject | undefined {
  const spec = objectField(object, 'spec');
  const written = objectField(spec, 'selector');
  switch (how) {
    case 'manual':
      return spec?.manualSelector === true ? written : undefined;
    case 'labels': {
      // pkg/apis/core/v1/defaults.go, SetDefaults_ReplicationController
      const matchLabels = textMapField(spec, 'selector');
      return { matchLabels: Object.keys(matchLabels).length === 0 ? labels : matchLabels };
    }
    case 'selector':
      return written ?? (defaultsSelector(object) ? { matchLabels: labels } : undefined);
  }
}

/** Before apps/v1beta2 an absent selector meant the template's labels. */
function defaultsSelector(object: JsonObject): boolean {
  const apiVersion = textField(object, 'apiVersion');
  return apiVersion === 'extensions/v1beta1' || apiVersion === 'apps/v1beta1';
}
