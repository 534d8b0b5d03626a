/**
 * A finite number such that Go, YAML 1.1 and YAML 1.2 read the same value.
 *
 * - Integers below 1e21 are written with all their digits. JavaScript itself pads with zeros past
 *   2^53 (`2 ** 60` prints as 1152921504606847000), which Go would read as another integer.
 * - An exponent gets a fraction and a sign (`1.0e+21`): without these YAML 1.1 sees text.
 * - Negative zero is written `0`, as JSON does.
 */
export function formatNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}
