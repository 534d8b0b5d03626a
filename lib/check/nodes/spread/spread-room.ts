import { type ObjectEntry } from '../../../model/object-entry';
import { formatSelector } from '../../../model/selector/format-selector';
import { labelRequirements } from '../../../model/selector/label-requirements';
import { type ResourceList } from '../../capacity/resource-list';
import { type CheckContext } from '../../rule-context';
import { hostPorts } from '../host-ports';
import { type NodesForPod } from '../nodes-for-pod';
import { podsOnNode } from '../pods-on-node';
import { type ScheduledPods } from '../scheduled-pods';
import { countsOwnPods, countsRevisionsApart } from './counted-pods';
import { type Domain, type DomainShape, sharedDomains, spreadDomains } from './spread-domains';
import { type SpreadConstraint, spreadConstraints } from './spread-constraints';

/** How many pods of a workload a constraint has places for, at most. */
export interface SpreadRoom {
  readonly constraint: SpreadConstraint;
  /** How many domains count, those without room for any of the pods included. */
  readonly domains: number;
  /** A domain with the least room, and for how many of the pods that is, were nothing else there. */
  readonly tightest: Domain & { readonly room: number };
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
 * @param enough Constraints that have so many places may be left out too.
 *
 * Upstream: `calPreFilterState`, `minMatchNum` and `Filter`,
 * k8s.io/kubernetes/pkg/scheduler/framework/plugins/podtopologyspread/filtering.go.
 */
export function spreadRooms(
  entry: ObjectEntry,
  template: ScheduledPods,
  nodes: NodesForPod,
  context: CheckContext,
  enough?: number,
): readonly SpreadRoom[] {
  const required = spreadConstraints(template).filter(({ isRequired }) => isRequired);
  const counted = required.filter(
    (each) => countsOwnPods(each, template.labels) && !countsOthers(each, entry, context),
  );
  if (counted.length === 0) return [];
  const isAlone = hostPorts(template).length > 0;
  const least = roomAt(nodes, nodes.open.least, isAlone);
  // No Node has less room than the least of them, so that there are no fewer places.
  const isEnough = (constraint: SpreadConstraint, domains: readonly DomainShape[] = []): boolean =>
    enough !== undefined &&
    nodes.isEverywhere &&
    (roomIn(constraint, domains, () => least)?.places ?? 0) >= enough;
  const shared = sharedDomains(required, template, nodes.open, context);
  if (shared && counted.every((each) => isEnough(each, shared[required.indexOf(each)]))) return [];
  const shapes = spreadDomains(required, template, nodes.open, context);
  const perNode = roomsBySize(nodes, isAlone);
  return counted.flatMap((constraint) => {
    const domains = shapes[required.indexOf(constraint)] ?? [];
    return isEnough(constraint, domains) ? [] : (roomIn(constraint, domains, perNode) ?? []);
  });
}

/** How many of the pods a Node has room for, by the number of its size. */
function roomsBySize(nodes: NodesForPod, isAlone: boolean): (size: number) => number {
  const known: number[] = [];
  return (size) =>
    (known[size] ??=
      nodes.lackOf(size).length > 0 ? 0 : roomAt(nodes, nodes.open.cluster.sizes[size], isAlone));
}

function roomAt({ requests }: NodesForPod, size: ResourceList | undefined, isAlone: boolean): number {
  return Math.min(isAlone ? 1 : Infinity, podsOnNode(requests, size));
}

function roomIn(
  constraint: SpreadConstraint,
  shapes: readonly DomainShape[],
  perNode: (size: number) => number,
): SpreadRoom | undefined {
  const rooms = shapes.map(({ count, sizes, sample }) => ({
    count,
    sample,
    room: sizes.reduce((sum, [size, nodes]) => sum + nodes * perNode(size), 0),
  }));
  const [first] = rooms;
  if (first === undefined) return undefined;
  const { maxSkew, minDomains } = constraint;
  const { sample, room: least } = rooms.reduce((min, each) => (each.room < min.room ? each : min), first);
  const domains = rooms.reduce((sum, { count }) => sum + count, 0);
  const lacksDomains = domains < minDomains;
  const most = (lacksDomains ? 0 : least) + maxSkew;
  return {
    constraint,
    domains,
    tightest: { ...sample, room: least },
    lacksDomains,
    places: rooms.reduce((sum, { count, room }) => sum + count * Math.min(room, most), 0),
    all: rooms.reduce((sum, { count, room }) => sum + count * room, 0),
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
    const pods = set.podSelection(entry.namespace, labelRequirements(selector));
    // Two are enough: one of them is another.
    selected = pods.take(2).map((pod) => pod.entry);
    known.set(asked, selected);
  }
  return selected.some((each) => each !== entry);
}

/** The first workloads of a namespace that a selector selects. */
function selections(): Map<string, readonly ObjectEntry[]> {
  return new Map();
}
