import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { Quantity } from '../../../model/quantity';
import { type Counts, type Demand } from '../demand/demand';
import { type Quota } from './quotas';
import { isInScopes } from './scopes';

/** Amounts at the times that {@link Counts} tells apart. */
export type Figures = { readonly [Time in keyof Counts]: Quantity };

/** What is charged to one resource of a quota for one kind of pods or objects. */
export interface Charge {
  readonly demand: Demand;
  readonly each: Quantity;
}

/** One resource of a quota, with all that is charged to it. */
export interface Line {
  readonly resource: string;
  readonly hard: Quantity;
  readonly charges: readonly Charge[];
  readonly figures: Figures;
}

/** What a quota is charged. */
export interface Ledger {
  readonly quota: Quota;
  readonly lines: ReadonlyMap<string, Line>;
  /** What it counts, by its scopes. */
  readonly demands: readonly Demand[];
}

/** Charges to a quota what of the demands is in its scopes. */
export function ledgerOf(quota: Quota, demands: readonly Demand[], target: KubernetesVersion): Ledger {
  const counted =
    quota.scopes.length === 0
      ? demands
      : demands.filter(({ subject }) => isInScopes(quota.scopes, subject, target));
  const charges = new Map<string, Charge[]>([...quota.hard.keys()].map((resource) => [resource, []]));
  for (const demand of counted) {
    for (const [resource, each] of demand.each) charges.get(resource)?.push({ demand, each });
  }
  const lines = [...quota.hard].map(([resource, hard]): [string, Line] => {
    const own = charges.get(resource) ?? [];
    return [resource, { resource, hard, charges: own, figures: figuresOf(own) }];
  });
  return { quota, lines: new Map(lines), demands: counted };
}

/** The sums of some charges. */
export function figuresOf(charges: readonly Charge[]): Figures {
  return {
    steady: sum(charges, 'steady'),
    peak: sum(charges, 'peak'),
    autoscaled: sum(charges, 'autoscaled'),
  };
}

function sum(charges: readonly Charge[], time: keyof Counts): Quantity {
  let total = Quantity.ZERO;
  for (const { demand, each } of charges) total = total.add(times(each, demand.counts[time]));
  return total;
}

function times(each: Quantity, count: number): Quantity {
  return count === 1 ? each : each.multiply(count);
}

/** How often an amount goes into another: whole times, at most 2^53. */
export function timesIn(room: Quantity, each: Quantity): number {
  if (each.sign() <= 0) return Number.MAX_SAFE_INTEGER;
  if (room.sign() <= 0) return 0;
  const times = room.scaledValue(-9) / each.scaledValue(-9);
  return times > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(times);
}

/** How many more of something a quota has room for while all that is steady is there. */
export function roomFor(demand: Demand, { lines }: Ledger): number {
  let room = Number.MAX_SAFE_INTEGER;
  for (const [resource, each] of demand.each) {
    const line = lines.get(resource);
    if (line !== undefined) room = Math.min(room, timesIn(line.hard.subtract(line.figures.steady), each));
  }
  return room;
}
