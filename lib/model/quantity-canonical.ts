import { compareDecimals, type Decimal, inUnitsOf, isWhole, stripZeros } from './decimal';
import { type QuantityFormat } from './quantity-format';
import { writeSuffix } from './quantity-suffix';

const KIBI: Decimal = { mantissa: 1024n, scale: 0 };
const MINUS_KIBI: Decimal = { mantissa: -1024n, scale: 0 };

/**
 * The canonical text of an amount: no fraction, and the largest suffix that allows it. Binary amounts below 1024,
 * or with a fraction, are written as decimal ones.
 *
 * Upstream: `CanonicalizeBytes`, k8s.io/apimachinery/pkg/api/resource/quantity.go, `AsCanonicalBytes`,
 * `AsCanonicalBase1024Bytes`, amount.go.
 */
export function canonicalText(amount: Decimal, format: QuantityFormat): string {
  if (amount.mantissa === 0n) return '0';
  if (format !== 'BinarySI') return decimalText(amount, format);
  const small = compareDecimals(amount, MINUS_KIBI) > 0 && compareDecimals(amount, KIBI) < 0;
  return small || !isWhole(amount) ? decimalText(amount, 'DecimalSI') : binaryText(inUnitsOf(0, amount));
}

function decimalText(amount: Decimal, format: QuantityFormat): string {
  const { mantissa, scale } = stripZeros(amount);
  // Exponents go down to the next multiple of three, and the mantissa grows to match.
  const surplus = ((scale % 3) + 3) % 3;
  return `${mantissa * 10n ** BigInt(surplus)}${writeSuffix(scale - surplus, format)}`;
}

function binaryText(whole: bigint): string {
  let mantissa = whole;
  let exponent = 0;
  while (mantissa % 1024n === 0n) {
    mantissa /= 1024n;
    exponent += 10;
  }
  return `${mantissa}${writeSuffix(exponent, 'BinarySI')}`;
}
