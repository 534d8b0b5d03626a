import { groupBy } from '../../../model/group-by';
import { type CheckContext } from '../../rule-context';
import { type Demand } from '../demand/demand';
import { namespaceDemands } from '../demand/namespace-demands';
import { type ResourceList } from '../resource-list';
import { tightest } from '../tightest';
import { candidateCount, countedDemands } from './counted-demands';
import { type Ledger, ledgerOf } from './ledger';
import { namespaceQuotas, type Quota } from './quotas';

/** A quota, with all that it is meant to hold, and with what of that it can. */
export interface QuotaLedgers {
  readonly quota: Quota;
  readonly all: Ledger;
  /** Without pods that are larger than a whole quota, which are never there. */
  readonly possible: Ledger;
}

/**
 * The ledgers of the quotas of the set; of very many of the same scopes in a namespace, those of the tightest. Of thousands that each
 * count thousands, by scopes of their own or among resources of their own, the first are held against the namespace, and all that
 * count little.
 */
export function namespaceLedgers(context: CheckContext): readonly QuotaLedgers[] {
  return [...context.once(namespaceQuotas)].flatMap(([namespace, quotas]) => {
    const demands = namespaceDemands(namespace, context);
    const looks = new Looks(demands.length);
    const byScopes = [...groupBy(quotas, ({ scopes }) => JSON.stringify(scopes)).values()].filter(([first]) =>
      looks.hasFor(candidateCount(demands, first?.scopes ?? [])),
    );
    const impossible = new Set(byScopes.flatMap((same) => tooLarge(same, demands, context)));
    const possible = impossible.size === 0 ? demands : demands.filter((demand) => !impossible.has(demand));
    const charges = new Looks(demands.length);
    return byScopes.flatMap(limiting).flatMap((quota) => {
      const all = ledgerOf(quota, demands, context.target);
      const count = [...all.lines.values()].reduce((sum, line) => sum + line.charges.length, 0);
      if (!charges.hasFor(count)) return [];
      const isSame = possible.length === demands.length;
      return { quota, all, possible: isSame ? all : ledgerOf(quota, possible, context.target) };
    });
  });
}

/** So few of what a quota counts are always looked at. */
const FEW = 100;
/** How many are looked at in any namespace, and for each thing in it. */
const [MOST, MOST_EACH] = [250_000, 16];

/** How much of what is in a namespace is looked at for its quotas, in all. */
class Looks {
  private left: number;

  constructor(demands: number) {
    this.left = Math.max(MOST, MOST_EACH * demands);
  }

  /** Whether so many more may be; they are counted then. What goes past the end is the last, so that the first always may. */
  hasFor(count: number): boolean {
    if (count <= FEW) return true;
    if (this.left <= 0) return false;
    this.left -= count;
    return true;
  }
}

/** Pods of which one does not fit into an empty quota of some that have the same scopes. */
function tooLarge(
  quotas: readonly Quota[],
  demands: readonly Demand[],
  { target }: CheckContext,
): readonly Demand[] {
  const [first] = quotas;
  if (first === undefined) return [];
  const least = new Map(first.hard);
  for (const [resource, hard] of quotas.flatMap((quota) => [...quota.hard])) {
    const known = least.get(resource);
    if (known === undefined || hard.compare(known) < 0) least.set(resource, hard);
  }
  return countedDemands(demands, first.scopes, target).filter(
    (demand) => demand.pods !== undefined && !fitsInto(demand, least),
  );
}

/** Whether one of what a quota counts fits into it while it is empty. */
export function fitsInto({ each }: Demand, hard: ResourceList): boolean {
  return [...each].every(([resource, amount]) => {
    const limit = hard.get(resource);
    return limit === undefined || amount.compare(limit) <= 0;
  });
}

function limiting(quotas: readonly Quota[]): readonly Quota[] {
  return tightest(quotas, ({ hard }) =>
    [...hard].map(([name, amount]) => ({ name, amount, isMaximum: true })),
  );
}
