import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { Quantity } from '../../model/quantity';
import { isToleratedBy, meetsTerm } from '../capacity/demand/daemon-nodes';
import { type ResourceList } from '../capacity/resource-list';
import { type NodeFacts } from './node-facts';
import { taintReason, UNSCHEDULABLE, UNTOLERATED } from './taint-index';

/**
 * Tells of nodes why the scheduler would not put pods with that spec there, whatever they request, in its own words;
 * undefined where it would. The filters are asked in its order, and the first that says no is the reason.
 *
 * Upstream: the plugins NodeUnschedulable, NodeName, TaintToleration and NodeAffinity,
 * k8s.io/kubernetes/pkg/scheduler/framework/plugins; order of `getDefaultPlugins`, pkg/scheduler/apis/config/v1.
 */
export function barFor(spec: JsonObject): (node: NodeFacts) => string | undefined {
  const named = textField(spec, 'nodeName');
  const tolerations = tolerationsOf(spec);
  const matches = affinityFilter(spec);
  return (node) => {
    const why = taintReason(node, tolerations);
    if (why === UNSCHEDULABLE) return why;
    if (named !== undefined && named !== node.entry.name) return MISNAMED;
    return why ?? (matches(node) ? undefined : AWAY);
  };
}

/** What the scheduler says of a Node that is not the one that pods name. */
export const MISNAMED = "node(s) didn't match the requested node name";
/** What it says of a Node that has other labels than they ask for. */
export const AWAY = "node(s) didn't match Pod's node affinity/selector";

function tolerationsOf(spec: JsonObject): readonly JsonObject[] {
  return listField(spec, 'tolerations').filter(isJsonObject);
}

/** Finds a taint of a Node for which pods are kept away, and which pods with that spec do not tolerate. */
export function taintFilter(spec: JsonObject): (node: NodeFacts) => JsonObject | undefined {
  const tolerations = tolerationsOf(spec);
  return ({ taints }) => taints.find((each) => !isToleratedBy(tolerations, each));
}

/**
 * Tells whether `nodeSelector` and required node affinity of a spec select a Node.
 *
 * Upstream: `RequiredNodeAffinity.Match`, k8s.io/component-helpers/scheduling/corev1/nodeaffinity.
 */
export function affinityFilter(spec: JsonObject): (node: NodeFacts) => boolean {
  const selector = Object.entries(textMapField(spec, 'nodeSelector'));
  const affinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
  const required = objectField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  const terms = required && listField(required, 'nodeSelectorTerms');
  return ({ entry: { name, labels } }) =>
    selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) &&
    (terms === undefined || terms.some((term) => meetsTerm(term, name, labels)));
}

/**
 * What a Node of that size has too little of, were the pod alone on it. One that does not say what it has has enough.
 *
 * Upstream: `fitsRequest`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/noderesources/fit.go.
 */
export function lacking(requests: ResourceList, size: ResourceList | undefined): readonly string[] {
  if (size === undefined) return [];
  return [...requests].flatMap(([name, request]) => {
    const isCounted = !name.startsWith('hugepages-') || size.has(name);
    return isCounted && request.compare(size.get(name) ?? Quantity.ZERO) > 0 ? [insufficient(name)] : [];
  });
}

/** What the scheduler says of a Node that has too little of a resource. */
export function insufficient(name: string): string {
  return `Insufficient ${name}`;
}

/**
 * The scheduler's summary of a pod that no node takes: `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) ...`. Until 1.33
 * it names taints.
 *
 * Upstream: `FitError.Error`, k8s.io/kubernetes/pkg/scheduler/framework/types.go.
 *
 * @param reasons How many nodes it says each of.
 */
export function schedulerMessage(
  reasons: ReadonlyMap<string, number>,
  nodes: number,
  target: KubernetesVersion,
): string {
  const namesTaints = compareKubernetesVersions(target, '1.34') < 0;
  const counts = new Map<string, number>();
  for (const [reason, count] of reasons) {
    const said = !namesTaints && reason.startsWith(UNTOLERATED) ? `${UNTOLERATED}(s)` : reason;
    counts.set(said, (counts.get(said) ?? 0) + count);
  }
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}
