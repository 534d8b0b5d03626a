import { listField, objectField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { type PodTemplate } from '../../model/pod-template';
import { overheadOf } from '../capacity/demand/pod-charge';
import { podsResources } from '../capacity/limit-range/pods-resources';
import { type ResourceList } from '../capacity/resource-list';
import { clusterNodes } from '../external/cluster-nodes';
import { type CheckContext } from '../rule-context';
import { schedulerMessage, whyNot } from './node-filters';

/** The Nodes that would take a pod of a template if they were empty, and why the others would not. */
export interface NodesForPod {
  readonly all: readonly ObjectEntry[];
  readonly fit: readonly ObjectEntry[];
  /** The same, to ask for one. */
  readonly takes: ReadonlySet<ObjectEntry>;
  /** Of each Node, in their order, what the scheduler says; nothing of those that fit. */
  readonly reasons: readonly (readonly string[])[];
  /** Each reason once. */
  readonly distinct: ReadonlySet<string>;
  readonly requests: ResourceList;
}

/** Undefined where no Nodes are known. */
export function nodesFor(
  entry: ObjectEntry,
  { spec }: PodTemplate,
  context: CheckContext,
): NodesForPod | undefined {
  const all = context.once(clusterNodes);
  if (all.length === 0 || spec === undefined) return undefined;
  const requests = requestsOf(entry, spec, context);
  const asked = [
    ...[...requests].map(([name, amount]) => `${name} ${amount.toString()}`),
    JSON.stringify([
      spec.nodeName ?? null,
      spec.nodeSelector ?? null,
      objectField(objectField(spec, 'affinity'), 'nodeAffinity') ?? null,
      listField(spec, 'tolerations'),
    ]),
  ].join('\0');
  const known = context.once(answers);
  let answer = known.get(asked);
  if (answer === undefined) {
    const reasons = all.map((node) => whyNot({ spec, requests }, node));
    const fit = all.filter((_, index) => reasons[index]?.length === 0);
    answer = { all, fit, takes: new Set(fit), reasons, distinct: new Set(reasons.flat()), requests };
    known.set(asked, answer);
  }
  return answer;
}

/**
 * The scheduler's summary of a pod that no Node takes.
 *
 * @param ofFit What it says of those that would take it by what is looked at here, where it has another reason.
 */
export function whyUnscheduled(nodes: NodesForPod, { once, target }: CheckContext, ofFit?: string): string {
  const known = once(messages);
  const said = known.get(nodes) ?? new Map<string | undefined, string>();
  known.set(nodes, said);
  let message = said.get(ofFit);
  if (message === undefined) {
    const own = ofFit === undefined ? [] : [ofFit];
    message = schedulerMessage(
      nodes.reasons.map((each) => (each.length === 0 ? own : each)),
      target,
    );
    said.set(ofFit, message);
  }
  return message;
}

function messages(): Map<NodesForPod, Map<string | undefined, string>> {
  return new Map();
}

/** Pods that ask for the same are answered once. */
function answers(): Map<string, NodesForPod> {
  return new Map();
}

/** Upstream: `PodRequests`, k8s.io/component-helpers/resource/helpers.go. */
function requestsOf(
  entry: ObjectEntry,
  spec: NonNullable<PodTemplate['spec']>,
  context: CheckContext,
): ResourceList {
  const { ofContainers, ofPod } = podsResources(entry, spec, context);
  const requests = new Map([...ofContainers.requests, ...ofPod.requests]);
  for (const [name, amount] of overheadOf(spec, context)) {
    requests.set(name, requests.get(name)?.add(amount) ?? amount);
  }
  return requests;
}
