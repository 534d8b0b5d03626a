import { isUtf8 } from 'node:buffer';
import { TAG_PREFIX } from './scan-tag';

/** What a scalar is, by Go's rules. `refused`: the tag does not fit the text. */
export type Resolved =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }
  /** `digits` is the integer in full, where it is so long that the number may round it. */
  | { readonly type: 'integer'; readonly value: number; readonly digits?: bigint }
  /** Infinities and NaN among them. */
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'refused'; readonly found: string };

const text = (value: string): Resolved => ({ type: 'string', value });
const NULL: Resolved = { type: 'null', value: null };
const TRUE: Resolved = { type: 'boolean', value: true };
const FALSE: Resolved = { type: 'boolean', value: false };
const float = (value: number): Resolved => ({ type: 'float', value });

/** Only these spellings are words: `yEs` is text. */
const WORDS: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...words(['y', 'yes', 'true', 'on'], TRUE),
  ...words(['n', 'no', 'false', 'off'], FALSE),
  ...words(['null'], NULL),
  ['~', NULL],
  ['', NULL],
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, float(NaN)] as const),
  ...['.inf', '.Inf', '.INF'].flatMap((word) => [
    [word, float(Infinity)] as const,
    [`+${word}`, float(Infinity)] as const,
    [`-${word}`, float(-Infinity)] as const,
  ]),
]);

function words(spellings: readonly string[], meaning: Resolved): [string, Resolved][] {
  return spellings.flatMap((word): [string, Resolved][] => [
    [word, meaning],
    [word.charAt(0).toUpperCase() + word.slice(1), meaning],
    [word.toUpperCase(), meaning],
  ]);
}

/** First characters of what may be something else than text: digits, signs, dot, `~`, y n t f o. */
const HINT = new Uint8Array(128);
for (const char of '0123456789+-') HINT[char.charCodeAt(0)] = 1;
for (const char of 'yYnNtTfFoO~') HINT[char.charCodeAt(0)] = 2;
HINT['.'.charCodeAt(0)] = 3;

const LONGEST_WORD = 5;

/** Whether its first character alone makes it text; false tells nothing. */
export function isSurelyText(value: string): boolean {
  return value !== '' && (HINT[value.charCodeAt(0)] ?? 0) === 0;
}

/**
 * What text without quotes stands for, as kubectl reads it: the rules of go.yaml.in/yaml/v2,
 * resolve.go. Booleans are those of YAML 1.1, octal numbers are `0777` and `0o777`, underscores are
 * allowed anywhere in a number that begins with a digit or a sign, numbers to the base 60 and dates are
 * text, and so is a number too large for a float.
 */
export function resolvePlain(value: string): Resolved {
  if (value === '') return NULL;
  switch (HINT[value.charCodeAt(0)] ?? 0) {
    case 1:
      return WORDS.get(value) ?? resolveNumber(value);
    case 2:
      return (value.length <= LONGEST_WORD ? WORDS.get(value) : undefined) ?? text(value);
    case 3:
      return WORDS.get(value) ?? resolveFraction(value);
    default:
      return text(value);
  }
}

/** Go: strconv.ParseFloat, which allows underscores between digits. */
function resolveFraction(value: string): Resolved {
  if (!/^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(value)) return text(value);
  const number = Number(value.replaceAll('_', ''));
  return Number.isFinite(number) ? float(number) : text(value);
}

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const SMALL_INTEGER = /^-?(?:0|[1-9]\d{0,14})$/;

function resolveNumber(value: string): Resolved {
  if (SMALL_INTEGER.test(value)) {
    const number = Number(value);
    return { type: 'integer', value: number === 0 ? 0 : number };
  }
  const plain = value.replaceAll('_', '');
  const integer = parseInteger(plain);
  if (integer !== undefined) return { type: 'integer', value: Number(integer), digits: integer };
  if (FLOAT.test(plain)) {
    const number = Number(plain);
    if (Number.isFinite(number)) return float(number);
  }
  return text(value);
}

const INT64 = 2n ** 63n;
const UINT64 = 2n ** 64n;

/** Go: strconv.ParseInt to the base that the prefix tells, then ParseUint, which takes no sign. */
function parseInteger(plain: string): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(plain);
  if (match === null) return parseSignedBinary(plain);
  const [, sign, hex, binary, octal, decimal] = match;
  const digits = hex ?? binary ?? octal ?? decimal ?? '';
  // Longer than any 64-bit number to whatever base; BigInt is slow on texts of megabytes.
  if (digits.replace(/^0+/, '').length > 64) return undefined;
  const prefix = hex !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : '';
  const size = BigInt(prefix + digits);
  if (sign === '-') return size <= INT64 ? -size : undefined;
  return size < (sign === '+' ? INT64 : UINT64) ? size : undefined;
}

/** Go's reader takes a sign behind `0b` too, for what it once wrote itself. */
function parseSignedBinary(plain: string): bigint | undefined {
  const match = /^0b([-+])([01]{1,64})$/.exec(plain);
  if (match === null) return undefined;
  const size = BigInt(`0b${match[2] ?? ''}`);
  if (match[1] === '-') return size <= INT64 ? -size : undefined;
  return size < INT64 ? size : undefined;
}

/**
 * What a scalar with a tag stands for. Tags that are unknown leave the text as it is; `!` alone too.
 *
 * @param tag in its full form, such as `tag:yaml.org,2002:int`
 */
export function resolveTagged(tag: string, value: string): Resolved {
  const short = tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : '';
  switch (short) {
    case 'binary': {
      const decoded = decodeBase64(value);
      return decoded === undefined ? { type: 'refused', found: 'no text in base64' } : text(decoded);
    }
    case 'bool':
      return only('boolean', value);
    case 'int':
      return only('integer', value);
    case 'null':
      return only('null', value);
    case 'float': {
      const found = resolvePlain(value);
      if (found.type === 'float') return found;
      // Go turns signed integers into floats, and forgets the unsigned ones.
      if (found.type === 'integer' && (found.digits ?? 0n) < INT64) return float(found.value);
      return { type: 'refused', found: found.type };
    }
    case 'timestamp':
      return isTimestamp(value) ? text(value) : { type: 'refused', found: resolvePlain(value).type };
    default:
      return text(value);
  }
}

function only(type: Resolved['type'], value: string): Resolved {
  const found = resolvePlain(value);
  return found.type === type ? found : { type: 'refused', found: found.type };
}

/** Undefined too for bytes that are no text, of which Go makes replacement characters in silence. */
function decodeBase64(value: string): string | undefined {
  const packed = value.replace(/[\r\n]/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(packed)) return undefined;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d{2}:\d{2}))|(?: +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/;

/** Go: parseTimestamp, for text that is tagged as a timestamp. */
function isTimestamp(value: string): boolean {
  const match = TIMESTAMP.exec(value);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const [hour = 0, minute = 0, second = 0] = (
    match[4] === undefined ? match.slice(7) : match.slice(4, 7)
  ).map((part) => Number(part || 0));
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}
