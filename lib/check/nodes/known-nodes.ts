import { listField, objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { type PodTemplate } from '../../model/pod-template';
import { overheadOf } from '../capacity/demand/pod-charge';
import { podsResources } from '../capacity/limit-range/pods-resources';
import { type ResourceList } from '../capacity/resource-list';
import { type CheckContext } from '../rule-context';
import { clusterFacts } from './cluster-facts';
import { NodesForPod } from './nodes-for-pod';
import { OpenNodes } from './open-nodes';

/** What the Nodes have for the pods of a template; undefined where none are known. */
export function nodesFor(
  entry: ObjectEntry,
  { spec }: PodTemplate,
  context: CheckContext,
): NodesForPod | undefined {
  const cluster = context.once(clusterFacts);
  if (cluster.nodes.length === 0 || spec === undefined) return undefined;
  const known = context.once(answers);
  // Pods are answered alike that ask for the same.
  const asked = JSON.stringify([
    spec.nodeName ?? null,
    spec.nodeSelector ?? null,
    objectField(objectField(spec, 'affinity'), 'nodeAffinity') ?? null,
    listField(spec, 'tolerations'),
  ]);
  const open = known.open.get(asked) ?? new OpenNodes(cluster, spec);
  known.open.set(asked, open);
  let nodes = known.nodes.get(entry);
  if (nodes === undefined) {
    nodes = new NodesForPod(open, requestsOf(entry, spec, context));
    known.nodes.set(entry, nodes);
  }
  return nodes;
}

interface Answers {
  readonly open: Map<string, OpenNodes>;
  readonly nodes: Map<ObjectEntry, NodesForPod>;
}

function answers(): Answers {
  return { open: new Map(), nodes: new Map() };
}

/** Upstream: `PodRequests`, k8s.io/component-helpers/resource/helpers.go. */
function requestsOf(entry: ObjectEntry, spec: JsonObject, context: CheckContext): ResourceList {
  const { ofContainers, ofPod } = podsResources(entry, spec, context);
  const requests = new Map([...ofContainers.requests, ...ofPod.requests]);
  for (const [name, amount] of overheadOf(spec, context)) {
    requests.set(name, requests.get(name)?.add(amount) ?? amount);
  }
  return requests;
}
