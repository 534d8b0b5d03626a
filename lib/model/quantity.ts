import { goTrimSpace } from './go/strings';
import { addDecimals, compareDecimals, type Decimal, decimalSign, inUnitsOf } from './decimal';
import { type JsonValue } from './json-value';
import { canonicalText } from './quantity-canonical';
import { QuantityError } from './quantity-error';
import { type QuantityFormat } from './quantity-format';
import { type ParsedQuantity, parseQuantityText } from './quantity-parse';

/**
 * An amount of a resource, as Kubernetes reads and writes it: `500m`, `1.5`, `128Mi`, `2G`, `12e6`. Immutable, and
 * exact: amounts are decimal numbers of any size, never floating point.
 *
 * Reads, compares, adds and prints as upstream's `resource.Quantity`, with one difference: {@link Quantity.value} and
 * its kin are exact, while upstream overflows 64 bits (`Value` of `-1.5Ti` is -7507219102 there).
 *
 * ```ts
 * const limit = Quantity.parse('1.5Gi');
 * limit.toString(); // '1536Mi'
 * limit.add(Quantity.parse('512Mi')).toString(); // '2Gi'
 * limit.compare(Quantity.parse('1610612736')); // 0
 * Quantity.parse('100.5m').milliValue(); // 101n
 * ```
 *
 * Upstream: k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
export class Quantity {
  /** Zero, as `'0'` reads. */
  static readonly ZERO = Quantity.parse('0');

  /** How it writes its suffix. */
  readonly format: QuantityFormat;
  // Not `#private`: such fields are unseen by deep equality, so that any two quantities would pass for equal in a test.
  private readonly amount: Decimal;
  private readonly text: string | undefined;

  private constructor({ amount, format, text }: ParsedQuantity) {
    this.amount = Object.freeze(amount);
    this.format = format;
    this.text = text;
    Object.freeze(this);
  }

  /**
   * Reads a quantity from text as `ParseQuantity` does, or from a number by its JSON text (`0.1` is `100m`).
   *
   * What is finer than 10^-9 is rounded away from zero, and what has a binary suffix is capped at 2^63-1. White space
   * is refused; {@link fromJson} takes it.
   *
   * A number of JavaScript no longer knows how it was written: `1e3` is `1000` here, while the API server keeps the
   * exponent of JSON's `1e3`. The amount is the same.
   *
   * @throws QuantityError when it is no quantity
   * @throws RangeError for a number that is not finite, or an integer beyond 2^53, which JavaScript has rounded before
   * it gets here
   */
  static parse(value: string | number): Quantity {
    const text = typeof value === 'number' ? numberText(value) : value;
    const parsed = parseQuantityText(text);
    if (typeof parsed === 'string') throw new QuantityError(text, parsed);
    return new Quantity(parsed);
  }

  /** As {@link parse}, but undefined for what is no quantity, numbers included. */
  static tryParse(value: string | number): Quantity | undefined {
    if (typeof value === 'number' && !isExact(value)) return undefined;
    const parsed = parseQuantityText(String(value));
    return typeof parsed === 'string' ? undefined : new Quantity(parsed);
  }

  /**
   * Reads the value of a quantity field as the API server decodes it: white space around the text is dropped, and
   * null is zero. Anything but text, a number or null is refused.
   *
   * A number counts for what it is written as; unlike {@link parse}, this does not ask whether it was another once.
   *
   * Upstream: `Quantity.UnmarshalJSON`.
   *
   * @throws QuantityError when it is no quantity
   */
  static fromJson(value: JsonValue): Quantity {
    if (value === null) return Quantity.ZERO;
    if (typeof value === 'number') return Quantity.parse(String(value));
    if (typeof value === 'string') return Quantity.parse(goTrimSpace(value));
    throw new QuantityError(JSON.stringify(value), 'format');
  }

  /** The sum. Keeps the format of this quantity, or takes the other's where this one is zero. */
  add(other: Quantity): Quantity {
    return this.combined(other, other.amount);
  }

  /** The difference, by the same rule of formats as {@link add}. */
  subtract(other: Quantity): Quantity {
    return this.combined(other, negated(other.amount));
  }

  /**
   * This quantity so many times over, in the same format.
   *
   * @throws RangeError when `times` is not an integer that JavaScript holds exactly
   */
  multiply(times: number | bigint): Quantity {
    if (typeof times === 'number' && !Number.isSafeInteger(times)) {
      throw new RangeError(`a quantity can be multiplied by a whole number only, not by ${times}`);
    }
    const { mantissa, scale } = this.amount;
    return new Quantity({ amount: { mantissa: mantissa * BigInt(times), scale }, format: this.format });
  }

  /** The same amount below zero instead of above, or the reverse. */
  negate(): Quantity {
    return new Quantity({ amount: negated(this.amount), format: this.format });
  }

  /** -1 when this is less than the other, 1 when it is more, 0 when they are equal, whatever their formats. */
  compare(other: Quantity): -1 | 0 | 1 {
    return compareDecimals(this.amount, other.amount);
  }

  /** Whether both are the same amount, whatever their formats: `1` equals `1000m`. */
  equals(other: Quantity): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.sign() === 0;
  }

  /** -1 below zero, 0 at zero, 1 above. */
  sign(): -1 | 0 | 1 {
    return decimalSign(this.amount);
  }

  /** The amount in whole units (bytes, CPUs), rounded away from zero. */
  value(): bigint {
    return this.scaledValue(0);
  }

  /** The amount in thousandths (millicores), rounded away from zero. */
  milliValue(): bigint {
    return this.scaledValue(-3);
  }

  /**
   * The amount in units of 10^`scale`, rounded away from zero: `scaledValue(6)` counts in millions.
   *
   * @throws RangeError when `scale` is not an integer, or the answer would have more than 100,000 zeros
   */
  scaledValue(scale: number): bigint {
    if (!Number.isInteger(scale)) throw new RangeError(`scale has to be an integer, not ${scale}`);
    return inUnitsOf(scale, this.amount);
  }

  /**
   * The text that the API server stores and answers. It is the canonical text, except that a quantity just read keeps
   * its own text where upstream sees no need to rewrite it: `+5`, `1.500` and `1e0` stay what they are.
   *
   * An amount that has no suffix to fit it loses its magnitude, upstream as here: `1000E` prints as `1`. See
   * {@link printsExactly}.
   */
  toString(): string {
    return this.text ?? this.canonical();
  }

  /** The canonical text: no fraction, no sign but a minus, and the largest suffix that loses nothing. */
  canonical(): string {
    return canonicalText(this.amount, this.format);
  }

  /** Whether {@link toString} still says the same amount. It does for all below 1000E, and not for some above. */
  printsExactly(): boolean {
    return Quantity.parse(this.toString()).equals(this);
  }

  /** The text, as it stands in a manifest: what `JSON.stringify` writes. */
  toJSON(): string {
    return this.toString();
  }

  private combined(other: Quantity, amount: Decimal): Quantity {
    return new Quantity({
      amount: addDecimals(this.amount, amount),
      format: this.isZero() ? other.format : this.format,
    });
  }
}

function negated({ mantissa, scale }: Decimal): Decimal {
  return { mantissa: -mantissa, scale };
}

/** Whether the number is still the one that was written: an integer beyond 2^53 may have been another. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

/** JavaScript writes numbers as JSON does, and as Go's encoding/json does: `0.1`, `1e-7`. */
function numberText(value: number): string {
  if (isExact(value)) return String(value);
  throw new RangeError(
    Number.isFinite(value)
      ? `${value} is too large to be exact as a JavaScript number; write the quantity as text`
      : `${value} is not a quantity: it is not a finite number`,
  );
}
