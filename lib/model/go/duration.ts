const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

const LIMIT = 1n << 63n;

/** A duration that Go's `time.ParseDuration` refuses; `message` is Go's own. */
export class GoDurationError extends Error {
  override readonly name = 'GoDurationError';

  constructor(
    what: string,
    /** The text that was given. */
    readonly text: string,
  ) {
    super(`time: ${what} ${quote(text)}`);
  }
}

/** quote of Go's time package: bytes outside printable ASCII as \x.., unlike strconv.Quote. */
function quote(text: string): string {
  let out = '';
  for (const byte of new TextEncoder().encode(text)) {
    const char = String.fromCharCode(byte);
    if (byte >= 0x80 || byte < 0x20) out += `\\x${byte.toString(16).padStart(2, '0')}`;
    else out += char === '"' || char === '\\' ? `\\${char}` : char;
  }
  return `"${out}"`;
}

/** leadingInt: refuses as soon as the number passes 2^63. */
function wholePart(digits: string): bigint | undefined {
  const value = BigInt(digits === '' ? '0' : digits);
  return value > LIMIT ? undefined : value;
}

/** leadingFraction: digits past what an int64 holds are dropped, not rounded. */
function fraction(digits: string): { value: bigint; scale: number } {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (value > (LIMIT - 1n) / 10n || next > LIMIT) break;
    value = next;
    scale *= 10;
  }
  return { value, scale };
}

/**
 * The nanoseconds of a duration as Go writes it: signed decimal numbers, each with a unit of
 * `ns`, `us`, `ms`, `s`, `m` or `h`, such as `1h30m` or `-1.5h`. There is no unit for days.
 *
 * @throws GoDurationError with the message of Go's `time.ParseDuration`, which this follows,
 * overflow and the float arithmetic of fractions included.
 */
export function parseGoDuration(text: string): bigint {
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return 0n;
  const invalid = (): GoDurationError => new GoDurationError('invalid duration', text);
  if (rest === '') throw invalid();

  let total = 0n;
  while (rest !== '') {
    const number = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest);
    const whole = wholePart(number?.[1] ?? '');
    const decimals = number?.[2] ?? '';
    if (number === null || whole === undefined || (number[1] === '' && decimals === '')) throw invalid();
    rest = rest.slice(number[0].length);

    const unit = /^[^.0-9]*/.exec(rest)?.[0] ?? '';
    if (unit === '') throw new GoDurationError('missing unit in duration', text);
    rest = rest.slice(unit.length);
    const size = NANOSECONDS.get(unit);
    if (size === undefined) throw new GoDurationError(`unknown unit ${quote(unit)} in duration`, text);

    if (whole > LIMIT / size) throw invalid();
    const part = fraction(decimals);
    const extra = part.value > 0n ? Math.trunc(Number(part.value) * (Number(size) / part.scale)) : 0;
    const value = whole * size + BigInt(extra);
    total += value;
    if (value > LIMIT || total > LIMIT) throw invalid();
  }
  if (negative) return -total;
  if (total >= LIMIT) throw invalid();
  return total;
}
