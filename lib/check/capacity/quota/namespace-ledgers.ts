import { type CheckContext } from '../../rule-context';
import { type Demand } from '../demand/demand';
import { namespaceDemands } from '../demand/namespace-demands';
import { type Ledger, ledgerOf } from './ledger';
import { namespaceQuotas, type Quota } from './quotas';
import { isInScopes } from './scopes';

/** A quota, with all that it is meant to hold, and with what of that it can. */
export interface QuotaLedgers {
  readonly quota: Quota;
  readonly all: Ledger;
  /** Without pods that are larger than a whole quota, which are never there. */
  readonly possible: Ledger;
}

/** The ledgers of every quota of the set. */
export function namespaceLedgers(context: CheckContext): readonly QuotaLedgers[] {
  return [...context.once(namespaceQuotas)].flatMap(([namespace, quotas]) => {
    const demands = namespaceDemands(namespace, context);
    const possible = demands.filter(
      (demand) => demand.pods === undefined || quotas.every((quota) => isPossible(demand, quota, context)),
    );
    return quotas.map((quota) => {
      const all = ledgerOf(quota, demands, context.target);
      const isSame = possible.length === demands.length;
      return { quota, all, possible: isSame ? all : ledgerOf(quota, possible, context.target) };
    });
  });
}

/** Whether one of them fits into a quota that is empty; what is in none of its scopes does. */
export function isPossible(
  { subject, each }: Demand,
  { hard, scopes }: Quota,
  { target }: CheckContext,
): boolean {
  if (!isInScopes(scopes, subject, target)) return true;
  return [...each].every(([resource, amount]) => {
    const limit = hard.get(resource);
    return limit === undefined || amount.compare(limit) <= 0;
  });
}
