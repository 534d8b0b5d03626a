import { type Quantity } from '../../../model/quantity';
import { type Demand } from '../demand/demand';
import { type Ledger, timesIn } from '../quota/ledger';

type Amounts = ReadonlyMap<string, Quantity>;

/**
 * What the server says to the first pod or object that a quota refuses, if they come in the order of the set;
 * undefined when it takes all.
 *
 * Upstream: `CheckRequest`, k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go.
 *
 * @param counts How many of a demand come, after what was there before them.
 */
export function firstRefusal(
  { quota, lines, demands }: Ledger,
  counts: (demand: Demand) => number,
  before: Amounts = new Map(),
): { readonly demand: Demand; readonly message: string } | undefined {
  const used = new Map(before);
  const usedOf = (resource: string): Quantity | undefined => used.get(resource);
  for (const demand of demands) {
    const charges = [...demand.each].flatMap(([resource, each]) => {
      const hard = lines.get(resource)?.hard;
      return hard === undefined ? [] : [{ resource, each, hard }];
    });
    const count = counts(demand);
    const room = ({ resource, each, hard }: (typeof charges)[number]): number =>
      timesIn(usedOf(resource) === undefined ? hard : hard.subtract(usedOf(resource) ?? hard), each);
    const taken = Math.min(count, ...charges.map(room));
    for (const { resource, each } of charges) {
      const more = each.multiply(taken);
      used.set(resource, usedOf(resource)?.add(more) ?? more);
    }
    if (taken === count) continue;
    const exceeded = charges.filter(
      ({ resource, each, hard }) => (usedOf(resource)?.add(each) ?? each).compare(hard) > 0,
    );
    const name = quota.entry.name;
    return {
      demand,
      message: exceededQuota(
        name,
        exceeded.map(({ resource, each, hard }) => ({
          resource,
          requested: each,
          used: usedOf(resource),
          hard,
        })),
      ),
    };
  }
  return undefined;
}

/** The server's words. */
export function exceededQuota(
  name: string,
  amounts: readonly {
    readonly resource: string;
    readonly requested: Quantity;
    readonly used: Quantity | undefined;
    readonly hard: Quantity;
  }[],
): string {
  const sorted = [...amounts].sort((a, b) => (a.resource < b.resource ? -1 : 1));
  const list = (of: (amount: (typeof sorted)[number]) => string): string =>
    sorted.map((amount) => `${amount.resource}=${of(amount)}`).join(',');
  return `exceeded quota: ${name}, requested: ${list(({ requested }) => requested.toString())}, used: ${list(
    ({ used }) => used?.toString() ?? '0',
  )}, limited: ${list(({ hard }) => hard.toString())}`;
}
