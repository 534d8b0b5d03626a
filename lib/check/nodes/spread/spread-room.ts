import { type ObjectEntry } from '../../../model/object-entry';
import { formatSelector } from '../../../model/selector/format-selector';
import { labelRequirements } from '../../../model/selector/label-requirements';
import { type CheckContext } from '../../rule-context';
import { hostPorts } from '../host-ports';
import { type NodesForPod } from '../known-nodes';
import { matchesAffinity, untoleratedTaint } from '../node-filters';
import { podsOnNode } from '../pods-on-node';
import { type ScheduledPods } from '../scheduled-pods';
import { countsOwnPods, countsRevisionsApart } from './counted-pods';
import { type SpreadConstraint, spreadConstraints } from './spread-constraints';

/** The Nodes that have one value of a topology key. */
export interface Domain {
  readonly value: string;
  /** Numbers of its Nodes, of those that count. */
  readonly nodes: readonly number[];
  /** How many of the pods it has room for, were nothing else there. */
  readonly room: number;
}

/** How many pods of a workload a constraint has places for, at most. */
export interface SpreadRoom {
  readonly constraint: SpreadConstraint;
  /** The domains that count, those without room for any of the pods included. */
  readonly domains: readonly Domain[];
  /** The domain with the least room. */
  readonly tightest: Domain;
  /** Whether there are fewer domains than `minDomains`: then each is held to `maxSkew` pods. */
  readonly lacksDomains: boolean;
  readonly places: number;
  /** How many places there were without the constraint. */
  readonly all: number;
}

/**
 * What the required spread constraints of a workload have places for. A pod may go where its domain then has no more than
 * `maxSkew` pods above the domain that has the fewest. So no domain gets more than that above the one with the least room, and
 * a domain in which none of the pods may be holds all others to `maxSkew`. Constraints that count pods of others
 * are left out: how many those are is not known.
 *
 * Upstream: `calPreFilterState`, `minMatchNum` and `Filter`,
 * k8s.io/kubernetes/pkg/scheduler/framework/plugins/podtopologyspread/filtering.go.
 */
export function spreadRooms(
  entry: ObjectEntry,
  template: ScheduledPods,
  nodes: NodesForPod,
  context: CheckContext,
): readonly SpreadRoom[] {
  const required = spreadConstraints(template).filter(({ isRequired }) => isRequired);
  const counted = required.filter(
    (each) => countsOwnPods(each, template.labels) && !countsOthers(each, entry, context),
  );
  if (counted.length === 0) return [];
  const isAlone = hostPorts(template).length > 0;
  // What is counted does not depend on how it is selected, so that many workloads are answered at once.
  const asked = JSON.stringify([
    isAlone,
    required.map((each) => [
      each.topologyKey,
      each.maxSkew,
      each.minDomains,
      each.honorsAffinity,
      each.honorsTaints,
    ]),
  ]);
  const known = context.once(answers);
  const ofNodes = known.get(nodes) ?? new Map<string, Rooms>();
  known.set(nodes, ofNodes);
  let rooms = ofNodes.get(asked);
  if (rooms === undefined) {
    rooms = roomsOf(required, template, nodes, isAlone);
    ofNodes.set(asked, rooms);
  }
  return counted.flatMap((constraint) => {
    const room = rooms[required.indexOf(constraint)];
    return room === undefined ? [] : { ...room, constraint };
  });
}

type Rooms = readonly (Omit<SpreadRoom, 'constraint'> | undefined)[];

function answers(): Map<NodesForPod, Map<string, Rooms>> {
  return new Map();
}

function roomsOf(
  required: readonly SpreadConstraint[],
  template: ScheduledPods,
  nodes: NodesForPod,
  isAlone: boolean,
): Rooms {
  const hasKeys = nodes.all.map(({ labels }) =>
    required.every(({ topologyKey }) => Object.hasOwn(labels, topologyKey)),
  );
  const rooms = nodes.all.map((node, at) =>
    hasKeys[at] === true && nodes.reasons[at]?.length === 0
      ? Math.min(isAlone ? 1 : Infinity, podsOnNode(nodes.requests, node))
      : 0,
  );
  return required.map((constraint) => {
    const members = nodes.all.flatMap((node, at) =>
      hasKeys[at] === true && isIncluded(constraint, template, node) ? [at] : [],
    );
    return roomIn(constraint, domainsOf(constraint, members, nodes, rooms));
  });
}

/** Upstream: `matchNodeInclusionPolicies`. A Node that is cordoned has a taint for it. */
function isIncluded(
  { honorsAffinity, honorsTaints }: SpreadConstraint,
  { spec }: ScheduledPods,
  node: ObjectEntry,
): boolean {
  return (
    (!honorsAffinity || matchesAffinity(spec, node)) &&
    (!honorsTaints || untoleratedTaint(spec, node) === undefined)
  );
}

function domainsOf(
  { topologyKey }: SpreadConstraint,
  members: readonly number[],
  { all }: NodesForPod,
  rooms: readonly number[],
): readonly Domain[] {
  const byValue = new Map<string, number[]>();
  for (const at of members) {
    const value = all[at]?.labels[topologyKey] ?? '';
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, [at]);
    else known.push(at);
  }
  return [...byValue].map(([value, nodes]) => ({
    value,
    nodes,
    room: nodes.reduce((sum, at) => sum + (rooms[at] ?? 0), 0),
  }));
}

function roomIn(
  { maxSkew, minDomains }: SpreadConstraint,
  domains: readonly Domain[],
): Omit<SpreadRoom, 'constraint'> | undefined {
  const [first] = domains;
  if (first === undefined) return undefined;
  const tightest = domains.reduce((least, each) => (each.room < least.room ? each : least), first);
  const lacksDomains = domains.length < minDomains;
  const most = (lacksDomains ? 0 : tightest.room) + maxSkew;
  return {
    domains,
    tightest,
    lacksDomains,
    places: domains.reduce((sum, { room }) => sum + Math.min(room, most), 0),
    all: domains.reduce((sum, { room }) => sum + room, 0),
  };
}

function countsOthers(
  constraint: SpreadConstraint,
  entry: ObjectEntry,
  { set, once }: CheckContext,
): boolean {
  const { selector } = constraint;
  if (selector === 'nothing' || countsRevisionsApart(constraint)) return false;
  const known = once(selections);
  const asked = `${entry.namespace} ${formatSelector(selector)}`;
  let selected = known.get(asked);
  if (selected === undefined) {
    const pods = set.podsMatching(entry.namespace, labelRequirements(selector));
    // Two are enough: one of them is another.
    selected = pods.slice(0, 2).map((pod) => pod.entry);
    known.set(asked, selected);
  }
  return selected.some((each) => each !== entry);
}

/** The first workloads of a namespace that a selector selects. */
function selections(): Map<string, readonly ObjectEntry[]> {
  return new Map();
}
