/** A share of some total, in whole percent: `'25%'`. */
export type Percent = `${number}%`;

/** A count, or a share of some total: `3` or `'25%'`. */
export type IntOrPercent = number | Percent;

/** A field that takes an integer of 32 bits or any text, such as a port by number or name. */
export type IntOrString = number | string;

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/**
 * Whether the text is a percentage to the API server: digits and `%`, no sign, no fraction.
 *
 * Upstream: `IsValidPercent`, k8s.io/apimachinery/pkg/util/validation/validation.go.
 */
export function isPercent(text: string): text is Percent {
  return /^[0-9]+%$/.test(text);
}

/**
 * The count that a value stands for, of a total: an integer is itself, `'25%'` of 10 is 2 (`down`) or 3 (`up`).
 *
 * Controllers round by the meaning of the field: `maxSurge` up, `maxUnavailable` of a Deployment down. As upstream,
 * this reads a sign (`'-5%'`) that validation would have refused.
 *
 * Upstream: `GetScaledValueFromIntOrPercent`, k8s.io/apimachinery/pkg/util/intstr/intstr.go.
 *
 * @throws Error when the value is neither an integer of 32 bits nor a whole percentage
 */
export function scaledIntOrPercent(value: IntOrString, total: number, rounding: 'up' | 'down'): number {
  if (typeof value === 'number') {
    if (!isInt32(value)) throw new Error(`${value} is not an integer of 32 bits; ${EXPECTED}`);
    return value;
  }
  const percent = percentNumber(value);
  if (percent === undefined) throw new Error(`${JSON.stringify(value)} is not a percentage; ${EXPECTED}`);
  // Floating point as upstream's: rounding differs from exact arithmetic only past 2^53.
  const share = (percent * total) / 100;
  // The addition turns -0 into 0.
  return (rounding === 'up' ? Math.ceil(share) : Math.floor(share)) + 0;
}

/**
 * The value that a property was given, where it is a count or share that the API server accepts. For constructors:
 * what is wrong is told with the name of the property.
 *
 * Upstream: `ValidatePositiveIntOrPercent`, k8s.io/kubernetes/pkg/apis/apps/validation/validation.go.
 *
 * @throws Error when it is neither an integer from 0 to 2^31-1 nor a percentage without sign or fraction
 */
export function readIntOrPercent(value: IntOrPercent, property: string): IntOrPercent {
  const valid =
    typeof value === 'number'
      ? isInt32(value) && value >= 0
      : isPercent(value) && percentNumber(value) !== undefined;
  if (!valid) {
    throw new Error(`${property}: ${JSON.stringify(value)} is neither a count nor a percentage; ${EXPECTED}`);
  }
  return value;
}

const EXPECTED = "write an integer of 0 or more, or a whole percentage such as '25%'";

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= INT32_MIN && value <= INT32_MAX;
}

/** The number before the `%`, where it fits 64 bits (Go's `strconv.Atoi`). */
function percentNumber(text: string): number | undefined {
  const digits = /^([+-]?[0-9]+)%$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const percent = BigInt(digits.startsWith('+') ? digits.slice(1) : digits);
  return percent < INT64_MIN || percent > INT64_MAX ? undefined : Number(percent);
}
