/** An exact decimal number: `mantissa` x 10^`scale`. Several pairs may stand for one number. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

/** Beyond this many zeros, writing a number out in full would cost memory and time that nobody meant to spend. */
const MAX_SHIFT = 100_000;

/** `mantissa` x 10^`places`, for `places` >= 0. Throws a RangeError where the result would be absurdly long. */
function shiftLeft(mantissa: bigint, places: number): bigint {
  if (mantissa === 0n || places === 0) return mantissa;
  if (places > MAX_SHIFT) {
    throw new RangeError(
      `cannot compute exactly with numbers that lie ${places} decimal places apart; ` +
        `at most ${MAX_SHIFT} are supported`,
    );
  }
  return mantissa * 10n ** BigInt(places);
}

function digitCount(mantissa: bigint): number {
  return (mantissa < 0n ? -mantissa : mantissa).toString().length;
}

/** -1, 0 or 1. */
export function decimalSign(value: Decimal): -1 | 0 | 1 {
  if (value.mantissa === 0n) return 0;
  return value.mantissa < 0n ? -1 : 1;
}

/** Compares two numbers, exactly and whatever their scales: never writes out a long row of zeros. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const sign = decimalSign(a);
  const otherSign = decimalSign(b);
  if (sign !== otherSign) return sign < otherSign ? -1 : 1;
  if (sign === 0) return 0;
  if (a.scale !== b.scale) {
    // Numbers of one sign first differ by where their leading digit stands.
    const top = digitCount(a.mantissa) + a.scale;
    const otherTop = digitCount(b.mantissa) + b.scale;
    if (top !== otherTop) return top > otherTop === sign > 0 ? 1 : -1;
  }
  // Equal tops: the scales differ by no more than the digits at hand.
  const scale = Math.min(a.scale, b.scale);
  const left = a.mantissa * 10n ** BigInt(a.scale - scale);
  const right = b.mantissa * 10n ** BigInt(b.scale - scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The exact sum. Throws a RangeError when the scales lie absurdly far apart. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.mantissa === 0n) return b;
  if (b.mantissa === 0n) return a;
  const scale = Math.min(a.scale, b.scale);
  return {
    mantissa: shiftLeft(a.mantissa, a.scale - scale) + shiftLeft(b.mantissa, b.scale - scale),
    scale,
  };
}

/** The same number without trailing zeros in its mantissa. Zero has scale 0. */
export function stripZeros({ mantissa, scale }: Decimal): Decimal {
  if (mantissa === 0n) return { mantissa, scale: 0 };
  const digits = mantissa.toString();
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return end === digits.length
    ? { mantissa, scale }
    : { mantissa: BigInt(digits.slice(0, end)), scale: scale + digits.length - end };
}

/**
 * The number in units of 10^`scale`, rounded away from zero where it does not divide. Throws a RangeError when
 * the result would be absurdly long.
 */
export function inUnitsOf(scale: number, value: Decimal): bigint {
  const places = scale - value.scale;
  if (places <= 0) return shiftLeft(value.mantissa, -places);
  const sign = BigInt(decimalSign(value));
  if (places > digitCount(value.mantissa)) return sign;
  const divisor = 10n ** BigInt(places);
  const quotient = value.mantissa / divisor;
  return value.mantissa % divisor === 0n ? quotient : quotient + sign;
}

/** Whether the number has no fraction. */
export function isWhole(value: Decimal): boolean {
  return stripZeros(value).scale >= 0;
}
