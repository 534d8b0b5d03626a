import { type Quantity } from '../../../../model/quantity';

/** Amounts of resources by name. */
export type Amounts = ReadonlyMap<string, Quantity>;

/** Adds amounts to others, name by name. */
export function addAmounts(sum: Map<string, Quantity>, more: Amounts): void {
  for (const [name, amount] of more) {
    const before = sum.get(name);
    sum.set(name, before === undefined ? amount : before.add(amount));
  }
}

/** Raises amounts to others where those are larger, name by name. */
export function raiseAmounts(most: Map<string, Quantity>, others: Amounts): void {
  for (const [name, amount] of others) {
    const before = most.get(name);
    if (before === undefined || amount.compare(before) > 0) most.set(name, amount);
  }
}
