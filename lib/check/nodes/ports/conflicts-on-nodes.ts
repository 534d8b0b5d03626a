import { type ObjectEntry } from '../../../model/object-entry';
import { runsDaemon } from '../../capacity/demand/daemon-nodes';
import { clusterNodes } from '../../external/cluster-nodes';
import { type CheckContext } from '../../rule-context';
import { EVERY_ADDRESS } from '../host-ports';
import { nodesFor } from '../known-nodes';
import { type PortConflict } from './port-conflict';
import { type PortUse, type PortUser } from './port-users';
import { TakenPort } from './taken-port';

type Taken = Map<ObjectEntry, TakenPort<PortUse>>;

/** The conflicts about one port on the Nodes that are known. */
export function* conflictsOnNodes(uses: readonly PortUse[], context: CheckContext): Generator<PortConflict> {
  const taken: Taken = new Map();
  for (const use of uses) if (use.user.isDaemon) yield* ofDaemons(use, taken, context);
  const free = new Map<readonly ObjectEntry[], Map<string, Free>>();
  const crowds = new Map<readonly ObjectEntry[] | ObjectEntry, Crowd>();
  for (const use of uses) {
    if (use.user.isDaemon) continue;
    const nodes = nodesOf(use.user, context);
    // That no Node takes them is told as that.
    if (nodes.length === 0) continue;
    const left = freeOf(use, nodes, taken, free);
    const needed = Math.min(use.user.pods, nodes.length);
    if (left.count < needed && left.other !== undefined) {
      const where = { is: 'nodes', count: nodes.length - left.count, of: nodes.length } as const;
      yield { use, other: left.other, where };
    } else yield* ofCrowd(use, nodes, left.count, crowds);
  }
}

function* ofDaemons(use: PortUse, taken: Taken, context: CheckContext): Generator<PortConflict> {
  const { user, port } = use;
  const nodes = nodesOf(user, context);
  let other: PortUse | undefined;
  let count = 0;
  for (const node of nodes) {
    const there = taken.get(node) ?? new TakenPort();
    taken.set(node, there);
    const by = there.inTheWayOf(port.ip);
    if (by !== undefined && by.user !== user) {
      other ??= by;
      count += 1;
    }
    there.take(port.ip, use);
  }
  if (other !== undefined) yield { use, other, where: { is: 'nodes', count, of: nodes.length } };
}

interface Free {
  readonly count: number;
  /** Who has the first one that is not. */
  readonly other: PortUse | undefined;
}

/** How many of the Nodes no DaemonSet has the port of. */
function freeOf(
  { port }: PortUse,
  nodes: readonly ObjectEntry[],
  taken: Taken,
  known: Map<readonly ObjectEntry[], Map<string, Free>>,
): Free {
  const ofNodes = known.get(nodes) ?? new Map<string, Free>();
  known.set(nodes, ofNodes);
  let free = ofNodes.get(port.ip);
  if (free === undefined) {
    const others = nodes.flatMap((node) => taken.get(node)?.inTheWayOf(port.ip) ?? []);
    free = { count: nodes.length - others.length, other: others[0] };
    ofNodes.set(port.ip, free);
  }
  return free;
}

/** Pods of several workloads that may run on the same Nodes. */
interface Crowd {
  readonly taken: TakenPort<PortUse>;
  readonly members: Set<PortUser>;
  /** How many pods need the port, by address. */
  readonly pods: Map<string, number>;
  /** The most that need it of one address that is not all of them. */
  most: number;
}

function* ofCrowd(
  use: PortUse,
  nodes: readonly ObjectEntry[],
  free: number,
  crowds: Map<readonly ObjectEntry[] | ObjectEntry, Crowd>,
): Generator<PortConflict> {
  const { user, port } = use;
  const at = (nodes.length === 1 ? nodes[0] : undefined) ?? nodes;
  const crowd: Crowd = crowds.get(at) ?? {
    taken: new TakenPort(),
    members: new Set(),
    pods: new Map(),
    most: 0,
  };
  crowds.set(at, crowd);
  // One pod has a port once, of however many addresses.
  const { taken, members, pods } = crowd;
  if (members.has(user)) return;
  members.add(user);
  const other = taken.inTheWayOf(port.ip);
  taken.take(port.ip, use);
  const own = (pods.get(port.ip) ?? 0) + user.pods;
  pods.set(port.ip, own);
  if (port.ip !== EVERY_ADDRESS) crowd.most = Math.max(crowd.most, own);
  const needed = port.ip === EVERY_ADDRESS ? own + crowd.most : own + (pods.get(EVERY_ADDRESS) ?? 0);
  // More pods of one workload than Nodes are told as that.
  if (other === undefined || needed <= free || user.pods > nodes.length) return;
  yield { use, other, where: { is: 'crowd', pods: needed, workloads: members.size, nodes: free } };
}

const NOWHERE: readonly ObjectEntry[] = [];

function nodesOf(
  { entry, template, spec, isDaemon, placement }: PortUser,
  context: CheckContext,
): readonly ObjectEntry[] {
  if (!isDaemon) return nodesFor(entry, template, context)?.fit() ?? NOWHERE;
  const known = context.once(daemonPlaces);
  let nodes = known.get(placement.key);
  if (nodes === undefined) {
    nodes = context.once(clusterNodes).filter((node) => runsDaemon(spec, node));
    known.set(placement.key, nodes);
  }
  return nodes;
}

/** The Nodes of DaemonSets by the keys of their placements. */
function daemonPlaces(): Map<string, readonly ObjectEntry[]> {
  return new Map();
}
