import { isWithin, onlyNode, type Placement } from '../placement';
import { type PortConflict } from './port-conflict';
import { type PortUse } from './port-users';
import { TakenPort } from './taken-port';

/** So many ways to place the DaemonSets of one port are compared with each other. */
const MOST = 64;

interface Placed {
  readonly placement: Placement;
  readonly taken: TakenPort<PortUse>;
}

/** The conflicts about one port that there are whatever Nodes the cluster has. */
export function* conflictsAnywhere(uses: readonly PortUse[]): Generator<PortConflict> {
  const daemons = new Map<string, Placed>();
  for (const use of uses) if (use.user.isDaemon) yield* ofDaemons(use, daemons);
  const known = new Map<string, readonly Placed[]>();
  const onNode = new Map<string, TakenPort<PortUse>>();
  for (const use of uses) if (!use.user.isDaemon) yield* ofOthers(use, daemons, known, onNode);
}

function* ofDaemons(use: PortUse, daemons: Map<string, Placed>): Generator<PortConflict> {
  const { user, port } = use;
  const { placement } = user;
  const other = inTheWayOf(use, daemons);
  if (other !== undefined) yield { use, other, where: { is: 'everywhere' } };
  let own = daemons.get(placement.key);
  if (own === undefined && daemons.size < MOST) {
    own = { placement, taken: new TakenPort() };
    daemons.set(placement.key, own);
  }
  own?.taken.take(port.ip, use);
}

/** Another DaemonSet that has the port wherever one of the two runs: first one that is placed alike. */
function inTheWayOf({ user, port }: PortUse, daemons: ReadonlyMap<string, Placed>): PortUse | undefined {
  const { placement } = user;
  const same =
    placement.ways.length === 0 ? undefined : daemons.get(placement.key)?.taken.inTheWayOf(port.ip);
  if (same !== undefined && same.user !== user) return same;
  for (const { placement: their, taken } of daemons.values()) {
    const other = taken.inTheWayOf(port.ip);
    if (other === undefined || other.user === user) continue;
    if (isWithin(placement, their) || isWithin(their, placement)) return other;
  }
  return undefined;
}

function* ofOthers(
  use: PortUse,
  daemons: ReadonlyMap<string, Placed>,
  known: Map<string, readonly Placed[]>,
  onNode: Map<string, TakenPort<PortUse>>,
): Generator<PortConflict> {
  const { user, port } = use;
  const { placement } = user;
  let around = known.get(placement.key);
  if (around === undefined) {
    around = [...daemons.values()].filter((each) => isWithin(placement, each.placement));
    known.set(placement.key, around);
  }
  for (const { taken } of around) {
    const other = taken.inTheWayOf(port.ip);
    if (other === undefined) continue;
    yield { use, other, where: { is: 'everywhere' } };
    return;
  }
  const name = onlyNode(placement);
  if (name === undefined) return;
  const there = onNode.get(name) ?? new TakenPort();
  onNode.set(name, there);
  const other = there.inTheWayOf(port.ip);
  if (other !== undefined && other.user !== user) yield { use, other, where: { is: 'node', name } };
  there.take(port.ip, use);
}
