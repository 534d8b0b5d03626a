import { Quantity } from '../../../model/quantity';
import { type Counts } from '../demand/demand';
import { type Charge, type Line } from '../quota/ledger';
import { inFormatOf } from './in-format-of';

/** The charges of a line that come to something at a time, the largest first, those of equals in order. */
export function largestCharges(charges: readonly Charge[], time: keyof Counts): readonly Charge[] {
  return charges
    .map((charge) => ({ charge, total: totalOf(charge, time) }))
    .filter(({ total }) => total.sign() > 0)
    .sort((a, b) => b.total.compare(a.total))
    .map(({ charge }) => charge);
}

/** What one charge comes to. */
export function totalOf({ demand, each }: Charge, time: keyof Counts): Quantity {
  return each.multiply(demand.counts[time]);
}

/** `3 x 500m`, or the amount alone where there is one; with a surge `3 x 500m + 1 x 500m (surge)`. */
export function chargeInWords({ demand: { counts, pods }, each }: Charge, time: keyof Counts): string {
  const surge = time === 'peak' ? (pods?.numbers.surge ?? 0) : 0;
  const count = counts[time] - surge;
  const product = (times: number): string => `${times} x ${each.toString()}`;
  if (surge > 0) return `${product(count)} + ${product(surge)} (surge)`;
  return count === 1 ? each.toString() : product(count);
}

/** How the sum of a line comes about: `requests.cpu: 3 x 500m + 1 + 250m of 2 others = 2750m`. */
export function lineInWords({ resource, hard, charges, figures }: Line, time: keyof Counts): string {
  const sum = inFormatOf(hard, figures[time]).toString();
  const largest = largestCharges(charges, time);
  const shown = largest.slice(0, SHOWN);
  const rest = largest.slice(SHOWN);
  const parts = shown.map((charge) => chargeInWords(charge, time));
  if (rest.length > 0) {
    const total = rest.reduce((left, charge) => left.add(totalOf(charge, time)), Quantity.ZERO);
    parts.push(`${total.toString()} of ${rest.length} others`);
  }
  const isPlain = parts.length === 1 && parts[0] === sum;
  return `${resource}: ${isPlain ? sum : `${parts.join(' + ')} = ${sum}`}`;
}

/** How many charges are shown one by one. */
export const SHOWN = 3;
