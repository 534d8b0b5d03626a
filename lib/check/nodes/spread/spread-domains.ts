import { objectField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type CheckContext } from '../../rule-context';
import { type ClusterFacts } from '../cluster-facts';
import { type NodeFacts } from '../node-facts';
import { affinityFilter, taintFilter } from '../node-filters';
import { type OpenNodes } from '../open-nodes';
import { type ScheduledPods } from '../scheduled-pods';
import { type SpreadConstraint } from './spread-constraints';

/** The Nodes that have one value of a topology key. */
export interface Domain {
  readonly value: string;
  /** Numbers of its Nodes, of those that count. */
  readonly nodes: readonly number[];
}

/** Domains that have room for as many pods as each other, whatever the pods request. */
export interface DomainShape {
  readonly count: number;
  /** How many Nodes of each size they have that are open to the pods. */
  readonly sizes: readonly (readonly [size: number, nodes: number])[];
  readonly sample: Domain;
}

/**
 * The domains that count for each of the required constraints of pods, made once for all pods that are spread alike and may go to the
 * same Nodes.
 */
export function spreadDomains(
  required: readonly SpreadConstraint[],
  { spec }: ScheduledPods,
  open: OpenNodes,
  { once }: CheckContext,
): readonly (readonly DomainShape[])[] {
  const asked = JSON.stringify(
    required.map((each) => [each.topologyKey, each.honorsAffinity, each.honorsTaints]),
  );
  const known = once(answers);
  const ofNodes = known.get(open) ?? new Map<string, readonly (readonly DomainShape[])[]>();
  known.set(open, ofNodes);
  let shapes = ofNodes.get(asked);
  if (shapes === undefined) {
    const members = membersOf(required, open.cluster);
    const isOpen = (node: NodeFacts): boolean => open.nodes.has(node);
    shapes = required.map((each) => {
      const counts = inclusionFilter(each, spec);
      return shapesOf(
        each,
        members.filter((at) => isAt(at, open.cluster, counts)),
        open.cluster,
        isOpen,
      );
    });
    ofNodes.set(asked, shapes);
  }
  return shapes;
}

/**
 * The same with no more room than there is: of the Nodes that are open to the pods only those count as such that are open to many others
 * too, so that it is made once for all of them. Undefined where their own selector, affinity or tolerations tell what counts.
 */
export function sharedDomains(
  required: readonly SpreadConstraint[],
  { spec }: ScheduledPods,
  { nodes, cluster }: OpenNodes,
  { once }: CheckContext,
): readonly (readonly DomainShape[])[] | undefined {
  const isOwn =
    spec.nodeSelector !== undefined ||
    objectField(objectField(spec, 'affinity'), 'nodeAffinity') !== undefined;
  if (isOwn || required.some(({ honorsTaints }) => honorsTaints)) return undefined;
  const [largest] = nodes.parts
    .filter(({ without }) => without.size === 0)
    .map(({ from }) => from)
    .sort((a, b) => b.length - a.length);
  if (largest === undefined) return undefined;
  const known = once(sharedAnswers);
  const ofNodes = known.get(largest) ?? new Map<string, readonly (readonly DomainShape[])[]>();
  known.set(largest, ofNodes);
  const asked = JSON.stringify(required.map(({ topologyKey }) => topologyKey));
  let shapes = ofNodes.get(asked);
  if (shapes === undefined) {
    const members = membersOf(required, cluster);
    const open = new Set(largest);
    shapes = required.map((each) => shapesOf(each, members, cluster, (node) => open.has(node)));
    ofNodes.set(asked, shapes);
  }
  return shapes;
}

function sharedAnswers(): Map<readonly NodeFacts[], Map<string, readonly (readonly DomainShape[])[]>> {
  return new Map();
}

/** Upstream: nodeLabelsMatchSpreadConstraints. A Node that lacks one key counts for none. */
function membersOf(required: readonly SpreadConstraint[], { nodes }: ClusterFacts): readonly number[] {
  return nodes.flatMap((node, at) =>
    required.every(({ topologyKey }) => Object.hasOwn(node.entry.labels, topologyKey)) ? [at] : [],
  );
}

function answers(): Map<OpenNodes, Map<string, readonly (readonly DomainShape[])[]>> {
  return new Map();
}

function isAt(at: number, { nodes }: ClusterFacts, counts: (node: NodeFacts) => boolean): boolean {
  const node = nodes[at];
  return node !== undefined && counts(node);
}

/** Upstream: `matchNodeInclusionPolicies`. A Node that is cordoned has a taint for it. */
function inclusionFilter(
  { honorsAffinity, honorsTaints }: SpreadConstraint,
  spec: JsonObject,
): (node: NodeFacts) => boolean {
  const matches = affinityFilter(spec);
  const untolerated = taintFilter(spec);
  return (node) => (!honorsAffinity || matches(node)) && (!honorsTaints || untolerated(node) === undefined);
}

function shapesOf(
  { topologyKey }: SpreadConstraint,
  members: readonly number[],
  cluster: ClusterFacts,
  isOpen: (node: NodeFacts) => boolean,
): readonly DomainShape[] {
  const byValue = new Map<string, number[]>();
  for (const at of members) {
    const value = cluster.nodes[at]?.entry.labels[topologyKey] ?? '';
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, [at]);
    else known.push(at);
  }
  const shapes = new Map<string, { -readonly [Field in keyof DomainShape]: DomainShape[Field] }>();
  for (const [value, nodes] of byValue) {
    const counts = new Map<number, number>();
    for (const at of nodes) {
      const node = cluster.nodes[at];
      if (node === undefined || !isOpen(node)) continue;
      counts.set(node.size, (counts.get(node.size) ?? 0) + 1);
    }
    const sizes = [...counts].sort(([a], [b]) => a - b);
    const key = sizes.join(' ');
    const known = shapes.get(key);
    if (known === undefined) shapes.set(key, { count: 1, sizes, sample: { value, nodes } });
    else known.count += 1;
  }
  return [...shapes.values()];
}
