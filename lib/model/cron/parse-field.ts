import { goQuote, goToLower } from '../go/strings';
import { type CronErrorDetails, type CronErrorReason } from './cron-error';
import { type CronField, type CronFieldBounds } from './cron-field';

/** Thrown inside the parser only; parseCron turns it into a CronError. */
export class CronFailure extends Error {
  constructor(readonly details: CronErrorDetails) {
    super(details.serverMessage);
  }
}

const MAX_INT64 = (1n << 63n) - 1n;
const MAX_UINT64 = (1n << 64n) - 1n;

/** Go's strconv.Atoi. It stops at the digit with which a uint64 overflows, and reads no further. */
function atoi(text: string): bigint | 'invalid syntax' | 'value out of range' {
  const negative = text.startsWith('-');
  const digits = negative || text.startsWith('+') ? text.slice(1) : text;
  if (digits === '') return 'invalid syntax';
  let value = 0n;
  for (const digit of digits) {
    if (digit < '0' || digit > '9' || digit.length > 1) return 'invalid syntax';
    value = value * 10n + BigInt(digit);
    if (value > MAX_UINT64) return 'value out of range';
  }
  if (value > (negative ? MAX_INT64 + 1n : MAX_INT64)) return 'value out of range';
  return negative ? -value : value;
}

class FieldParser {
  constructor(private readonly bounds: CronFieldBounds) {}

  /** getRange of robfig/cron: `*`, `?`, a number or a range, and perhaps a step. */
  range(expr: string): CronField {
    const [range = '', step, ...moreSlashes] = expr.split('/');
    const [low = '', high, ...moreHyphens] = range.split('-');
    const wild = low === '*' || low === '?';

    // What follows a star is not looked at: `*-5` is `*`.
    const start = wild ? BigInt(this.bounds.min) : this.value(low);
    let end = wild ? BigInt(this.bounds.max) : start;
    if (!wild && high !== undefined) {
      if (moreHyphens.length > 0) this.fail('too-many-hyphens', expr, `too many hyphens: ${expr}`);
      end = this.value(high);
    }

    let by = 1n;
    if (step !== undefined) {
      if (moreSlashes.length > 0) this.fail('too-many-slashes', expr, `too many slashes: ${expr}`);
      by = this.number(step);
      if (high === undefined) end = BigInt(this.bounds.max);
    }

    const { min, max } = this.bounds;
    if (start < BigInt(min)) {
      this.fail('below-minimum', expr, `beginning of range (${start}) below minimum (${min}): ${expr}`);
    }
    if (end > BigInt(max)) {
      this.fail('above-maximum', expr, `end of range (${end}) above maximum (${max}): ${expr}`);
    }
    if (start > end) {
      this.fail(
        'reversed-range',
        expr,
        `beginning of range (${start}) beyond end of range (${end}): ${expr}`,
      );
    }
    if (by === 0n) this.fail('zero-step', expr, `step of range should be a positive number: ${expr}`);

    const values: number[] = [];
    for (let value = Number(start); value <= Number(end); value += Number(by)) values.push(value);
    return { values, star: wild && by === 1n };
  }

  private fail(reason: CronErrorReason, text: string, serverMessage: string): never {
    throw new CronFailure({ reason, field: this.bounds.name, text, serverMessage });
  }

  private value(text: string): bigint {
    const named = this.bounds.names.indexOf(goToLower(text));
    return named < 0 ? this.number(text) : BigInt(named + this.bounds.min);
  }

  private number(text: string): bigint {
    const value = atoi(text);
    if (typeof value === 'string') {
      const why = `strconv.Atoi: parsing ${goQuote(text)}: ${value}`;
      return this.fail('not-a-number', text, `failed to parse int from ${text}: ${why}`);
    }
    if (value < 0n) this.fail('negative-number', text, `negative number (${value}) not allowed: ${text}`);
    return value;
  }
}

/** getField of robfig/cron v3.0.1: a list of ranges. Empty items of the list are skipped. */
export function parseCronField(text: string, bounds: CronFieldBounds): CronField {
  const parser = new FieldParser(bounds);
  const ranges = text
    .split(',')
    .filter((item) => item !== '')
    .map((item) => parser.range(item));
  const values = [...new Set(ranges.flatMap((range) => range.values))].sort((a, b) => a - b);
  return Object.freeze({ values: Object.freeze(values), star: ranges.some((range) => range.star) });
}
