import { type QuantityFormat } from './quantity-format';

/** What a suffix multiplies by: `base` to the power of `exponent`. */
export interface QuantitySuffix {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

/** By power of ten. Upstream: `newSuffixer`, k8s.io/apimachinery/pkg/api/resource/suffix.go. */
const DECIMAL_SUFFIXES: readonly (readonly [string, number])[] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];

/** By power of two. */
const BINARY_SUFFIXES: readonly (readonly [string, number])[] = [
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
];

const BY_TEXT: ReadonlyMap<string, QuantitySuffix> = new Map<string, QuantitySuffix>([
  ...DECIMAL_SUFFIXES.map(([text, exponent]) => [text, { base: 10, exponent, format: 'DecimalSI' }] as const),
  ...BINARY_SUFFIXES.map(([text, exponent]) => [text, { base: 2, exponent, format: 'BinarySI' }] as const),
]);

const DECIMAL_BY_EXPONENT: ReadonlyMap<number, string> = new Map(
  DECIMAL_SUFFIXES.map(([text, exponent]) => [exponent, text]),
);
const BINARY_BY_EXPONENT: ReadonlyMap<number, string> = new Map(
  BINARY_SUFFIXES.map(([text, exponent]) => [exponent, text]),
);

const EXPONENT = /^[eE]([+-]?[0-9]+)$/;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/**
 * What a suffix means, or undefined when it means nothing. A lone `E` is exa; `E` before a number is an exponent.
 * An exponent has to fit 64 bits, of which the lower 32 count, as upstream (`suffixHandler.interpret`).
 */
export function readSuffix(text: string): QuantitySuffix | undefined {
  const known = BY_TEXT.get(text);
  if (known !== undefined) return known;
  const digits = EXPONENT.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const exponent = BigInt(digits.startsWith('+') ? digits.slice(1) : digits);
  if (exponent < INT64_MIN || exponent > INT64_MAX) return undefined;
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/**
 * The suffix for a power (of two for `BinarySI`, else of ten). A power beyond the largest suffix, `E` or `Ei`, has
 * none, and upstream then writes none (`constructBytes` says so, `CanonicalizeBytes` does not look).
 */
export function writeSuffix(exponent: number, format: QuantityFormat): string {
  switch (format) {
    case 'DecimalSI':
      return DECIMAL_BY_EXPONENT.get(exponent) ?? '';
    case 'BinarySI':
      return BINARY_BY_EXPONENT.get(exponent) ?? '';
    case 'DecimalExponent':
      return exponent === 0 ? '' : `e${exponent}`;
  }
}
