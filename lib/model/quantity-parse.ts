import { compareDecimals, type Decimal, decimalSign, inUnitsOf } from './decimal';
import { type QuantityFormat } from './quantity-format';
import { readSuffix } from './quantity-suffix';

/** What the text of a quantity says. */
export interface ParsedQuantity {
  readonly amount: Decimal;
  readonly format: QuantityFormat;
  /** The text, where upstream takes it for canonical and will print it unchanged. */
  readonly text?: string;
}

/**
 * Why a text is no quantity: `format` where it does not have the shape, `suffix` where the suffix is unknown,
 * `numeric` where there is no number before it. One for each error of upstream (`ErrFormatWrong`, `ErrSuffix`,
 * `ErrNumeric`).
 */
export type QuantityParseFailure = 'format' | 'suffix' | 'numeric';

/** Sign, whole digits, point and fraction, suffix. Each may be missing, so `m` is a number (0) to upstream. */
const SHAPE = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[+-]?[0-9]*)$/;

/** Finer than this does not exist: 10^-9. Upstream: `Nano`. */
const NANO = -9;
/** As many decimal digits as always fit 64 bits. Upstream: `maxInt64Factors`. */
const SAFE_DIGITS = 18;
const MAX_BINARY: Decimal = { mantissa: 2n ** 63n - 1n, scale: 0 };
const ONE: Decimal = { mantissa: 1n, scale: 0 };

/**
 * Reads a quantity as the API server does.
 *
 * Upstream: `parseQuantityString`, `ParseQuantity`, k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
export function parseQuantityText(text: string): ParsedQuantity | QuantityParseFailure {
  const match = text === '' ? null : SHAPE.exec(text);
  if (match === null) return 'format';
  const [, sign = '', whole = '', fraction = '', suffixText = ''] = match;
  const suffix = readSuffix(suffixText);
  if (suffix === undefined) return 'suffix';

  const digits = whole.replace(/^0+/, '') || '0';
  const magnitude = BigInt(digits + fraction);
  const mantissa = sign === '-' ? -magnitude : magnitude;
  const { base, exponent, format } = suffix;
  // Upstream keeps scales in 32 bits, and lets them wrap.
  const scale = ((base === 10 ? exponent : 0) - fraction.length) | 0;

  if (fitsInt64(base, exponent, digits, fraction) && scale >= NANO) {
    const amount: Decimal = { mantissa: base === 2 ? mantissa << BigInt(exponent) : mantissa, scale };
    return printsAsWritten(format, digits + fraction, magnitude, scale)
      ? { amount, format, text }
      : { amount, format };
  }
  if (whole === '' && fraction === '') return 'numeric';
  return roundAndCap({ mantissa: base === 2 ? mantissa << BigInt(exponent) : mantissa, scale }, format);
}

/** Whether upstream holds the amount in 64 bits at once, which decides if it may print the text unchanged. */
function fitsInt64(base: 2 | 10, exponent: number, digits: string, fraction: string): boolean {
  if (base === 10) return digits.length + fraction.length <= SAFE_DIGITS;
  return fraction === '' && digits.length + (exponent * 3) / 10 < 15;
}

/** Upstream's test for text that needs no rewriting. It lets some other forms pass, such as `+5`, `1.500` or `1e0`. */
function printsAsWritten(format: QuantityFormat, shifted: string, magnitude: bigint, scale: number): boolean {
  if (format === 'BinarySI') return (magnitude & 7n) !== 0n;
  return scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
}

/** Anything finer than nano rounds away from zero; only binary quantities have a largest value, 2^63-1. */
function roundAndCap(exact: Decimal, format: QuantityFormat): ParsedQuantity {
  let amount = exact.scale < NANO ? { mantissa: inUnitsOf(NANO, exact), scale: NANO } : exact;
  if (format !== 'BinarySI') return { amount, format };
  const negative = decimalSign(amount) < 0;
  let magnitude: Decimal = negative ? { ...amount, mantissa: -amount.mantissa } : amount;
  if (compareDecimals(magnitude, MAX_BINARY) > 0) magnitude = MAX_BINARY;
  amount = negative ? { ...magnitude, mantissa: -magnitude.mantissa } : magnitude;
  const belowOne = decimalSign(magnitude) > 0 && compareDecimals(magnitude, ONE) < 0;
  return { amount, format: belowOne ? 'DecimalSI' : 'BinarySI' };
}
