import { goTrimSpace } from '../model/go/strings';
import { type JsonValue } from '../model/json-value';
import { Quantity } from '../model/quantity';

/** More zeros than this has nothing that a cluster holds, and arithmetic with them would take as much memory. */
const MOST_ZEROS = 1000;

/** Amounts that were read: manifests say the same few again and again. */
const KNOWN = new Map<string, Quantity | undefined>();
const MOST_KNOWN = 1000;

/**
 * The amount that a field holds, for arithmetic; undefined for what is no quantity, which the schema's rules tell, and for one that
 * is beyond all measure, such as `1e999999`, which the API server takes.
 */
export function readAmount(value: JsonValue | undefined): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'number') return read(value);
  let amount = KNOWN.get(value);
  if (amount === undefined && !KNOWN.has(value)) {
    amount = read(value);
    if (KNOWN.size === MOST_KNOWN) KNOWN.clear();
    KNOWN.set(value, amount);
  }
  return amount;
}

function read(value: string | number): Quantity | undefined {
  const text = goTrimSpace(String(value));
  const exponent = /[eE]([+-]?\d+)$/.exec(text)?.[1];
  if (exponent !== undefined && Math.abs(Number(exponent)) > MOST_ZEROS) return undefined;
  return Quantity.tryParse(typeof value === 'number' ? value : text);
}
