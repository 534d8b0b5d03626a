import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { type ObjectEntry } from '../../model/object-entry';
import { Quantity } from '../../model/quantity';
import { isToleratedBy, meetsTerm } from '../capacity/demand/daemon-nodes';
import { type ResourceList, resourceList } from '../capacity/resource-list';

/** What a pod asks of a node. */
export interface PodNeeds {
  readonly spec: JsonObject;
  readonly requests: ResourceList;
}

/**
 * Why the scheduler would not put a pod on a node that is otherwise empty, in its own words; undefined where it would.
 * The filters are asked in its order, and the first that says no is the reason.
 *
 * Upstream: the plugins NodeUnschedulable, NodeName, TaintToleration, NodeAffinity and NodeResourcesFit,
 * k8s.io/kubernetes/pkg/scheduler/framework/plugins; order of `getDefaultPlugins`, pkg/scheduler/apis/config/v1.
 */
export function whyNot({ spec, requests }: PodNeeds, node: ObjectEntry): readonly string[] {
  const nodeSpec = objectField(node.object, 'spec');
  if (nodeSpec?.unschedulable === true && !isToleratedBy(tolerationsOf(spec), UNSCHEDULABLE)) {
    return ['node(s) were unschedulable'];
  }
  const named = textField(spec, 'nodeName');
  if (named !== undefined && named !== node.name) return ["node(s) didn't match the requested node name"];
  const taint = untoleratedTaint(spec, node);
  if (taint !== undefined) return [taintInWords(taint)];
  if (!matchesAffinity(spec, node)) return ["node(s) didn't match Pod's node affinity/selector"];
  return lacking(requests, node);
}

const UNSCHEDULABLE: JsonObject = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

function tolerationsOf(spec: JsonObject): readonly JsonObject[] {
  return listField(spec, 'tolerations').filter(isJsonObject);
}

/** A taint of a Node for which pods are kept away, and which a pod does not tolerate. A Node that is cordoned gets one. */
export function untoleratedTaint(spec: JsonObject, { object }: ObjectEntry): JsonObject | undefined {
  const tolerations = tolerationsOf(spec);
  const nodeSpec = objectField(object, 'spec');
  return [...listField(nodeSpec, 'taints'), ...(nodeSpec?.unschedulable === true ? [UNSCHEDULABLE] : [])]
    .filter(isJsonObject)
    .filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
    .find((each) => !isToleratedBy(tolerations, each));
}

/** Upstream: `Filter` of plugins/tainttoleration/taint_toleration.go. */
function taintInWords({ key, value }: JsonObject): string {
  const label = `${typeof key === 'string' ? key : ''}: ${typeof value === 'string' ? value : ''}`;
  return `${UNTOLERATED} {${label}}`;
}

const UNTOLERATED = 'node(s) had untolerated taint';

/**
 * Whether a pod's `nodeSelector` and required node affinity select a Node.
 *
 * Upstream: `RequiredNodeAffinity.Match`, k8s.io/component-helpers/scheduling/corev1/nodeaffinity.
 */
export function matchesAffinity(spec: JsonObject, { name, labels }: ObjectEntry): boolean {
  const selector = Object.entries(textMapField(spec, 'nodeSelector'));
  if (!selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)) return false;
  const affinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
  const required = objectField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  if (required === undefined) return true;
  return listField(required, 'nodeSelectorTerms').some((term) => meetsTerm(term, name, labels));
}

/** What pods may have of a Node; undefined where it does not say. */
export function allocatableOf(node: JsonObject): ResourceList | undefined {
  const status = objectField(node, 'status');
  const stated = objectField(status, 'allocatable') === undefined ? 'capacity' : 'allocatable';
  return objectField(status, stated) === undefined ? undefined : resourceList(status, stated);
}

/** What the node has too little of, were the pod alone on it. A Node that does not say what it has has enough. */
function lacking(requests: ResourceList, { object }: ObjectEntry): readonly string[] {
  const has = allocatableOf(object);
  if (has === undefined) return [];
  return [...requests].flatMap(([name, request]) => {
    const isCounted = !name.startsWith('hugepages-') || has.has(name);
    return isCounted && request.compare(has.get(name) ?? Quantity.ZERO) > 0 ? [`Insufficient ${name}`] : [];
  });
}

/**
 * The scheduler's summary of a pod that no node takes: `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) ...`. Until 1.33
 * it names taints.
 *
 * Upstream: `FitError.Error`, k8s.io/kubernetes/pkg/scheduler/framework/types.go.
 */
export function schedulerMessage(reasons: readonly (readonly string[])[], target: KubernetesVersion): string {
  const namesTaints = compareKubernetesVersions(target, '1.34') < 0;
  const counts = new Map<string, number>();
  for (const reason of reasons.flat()) {
    const said = !namesTaints && reason.startsWith(UNTOLERATED) ? `${UNTOLERATED}(s)` : reason;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${reasons.length} nodes are available: ${parts.join(', ')}.`;
}
