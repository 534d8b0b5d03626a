import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { oncePer } from '../../../model/once-per';
import { Quantity } from '../../../model/quantity';
import { type Counts, type Demand } from '../demand/demand';
import { countedDemands } from './counted-demands';
import { type Quota } from './quotas';

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

/**
 * Charges to a quota what of the demands is in its scopes. What it would have to charge for a resource is worked out once
 * for a list of demands and some scopes, however many quotas have them.
 */
export function ledgerOf(quota: Quota, demands: readonly Demand[], target: KubernetesVersion): Ledger {
  const counted = countedDemands(demands, quota.scopes, target);
  const account = accountOf(counted);
  const lines = [...quota.hard].map(([resource, hard]): [string, Line] => [
    resource,
    { resource, hard, ...account.of(resource) },
  ]);
  return { quota, lines: new Map(lines), demands: counted };
}

/** What is charged for each resource, whatever a quota permits. */
class Account {
  private readonly charges = new Map<string, Charge[]>();
  private readonly figures = new Map<string, Figures>();

  constructor(demands: readonly Demand[]) {
    for (const demand of demands) {
      for (const [resource, each] of demand.each) {
        const own = this.charges.get(resource);
        if (own === undefined) this.charges.set(resource, [{ demand, each }]);
        else own.push({ demand, each });
      }
    }
  }

  of(resource: string): Pick<Line, 'charges' | 'figures'> {
    const charges = this.charges.get(resource) ?? [];
    let figures = this.figures.get(resource);
    if (figures === undefined) this.figures.set(resource, (figures = figuresOf(charges)));
    return { charges, figures };
  }
}

const accountOf = oncePer((demands: readonly Demand[]) => new Account(demands));

/** The demands that a ledger charges anything for, each once. */
export function chargedDemands({ lines }: Ledger): readonly Demand[] {
  return [...new Set([...lines.values()].flatMap(({ charges }) => charges.map(({ demand }) => demand)))];
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
