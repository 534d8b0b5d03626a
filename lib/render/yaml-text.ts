/**
 * Text as YAML, on one line or as a block literal, such that every reader gives back the same text:
 * those of YAML 1.1 (Go's sigs.k8s.io/yaml in kubectl, PyYAML, libyaml) and of YAML 1.2.
 *
 * What may stand without quotes is decided by what it may be, never by what it may not: a list of
 * allowed characters and shapes, so that a reader's forgotten corner cannot hurt. Nothing is ever
 * folded.
 */

/** What each ASCII character may do in text without quotes; none of these asks for quotes. */
const IN_KEYS = 1;
const IN_VALUES = 2;
/** A colon before a blank or at the end makes a key; runs of blanks are invisible in a review. */
const BEFORE_NON_BLANK = 3;

const CLASS = new Uint8Array(128);
for (let code = 0x21; code < 0x7f; code++) {
  const char = String.fromCharCode(code);
  if (/[\w./-]/.test(char)) CLASS[code] = IN_KEYS;
  else if (/[=+@%()$,?&]/.test(char)) CLASS[code] = IN_VALUES;
}
CLASS[0x20] = BEFORE_NON_BLANK;
CLASS[0x3a] = BEFORE_NON_BLANK;

/** Words that some reader takes for a boolean, null or a number, in whatever case. */
const WORDS = new Set('y n yes no on off true false null nan inf infinity'.split(' '));
const LONGEST_WORD = 'infinity'.length;
/** What may not follow a sign or a dot: `-inf`, `.nan`, and exponents as below. */
const NUMBER_WORD = /^(?:nan|inf|infinity|e[-+]?[\d_]+)$/i;
/** The `yaml` package takes an exponent without digits before it for a number of YAML 1.1. */
const BARE_EXPONENT = /^e[-+]?[\d_]+$/i;

/**
 * Text that starts with a digit and that no reader takes for a number, a date or a time of day:
 * quantities (`250m`, `1.5Gi`), percentages, durations (`1h30m`) and CIDR blocks. Suffixes that some
 * language has in its number literals (`1E`, `1d`, `1f`, `1L`, `1n`) are not among them.
 */
const SAFE_AFTER_DIGIT =
  /^(?:(?:0|[1-9]\d*)(?:\.\d+)?(?:[mkMGTP]|[KMGTPE]i|%)|(?:\d+(?:ms|[hms]))+|\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})$/;

/**
 * Characters that a reader refuses, alters or breaks lines at, and those that a person reviewing the
 * file would not see or would see in another order (zero-width, bidirectional controls). Tab and line
 * feed are not among them.
 */
const HAZARDS =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/;
/** The hazards that JSON's own escaping leaves as they are. */
const HAZARDS_LEFT_BY_JSON =
  /[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/**
 * First and last lines of which readers disagree whether blanks are text or indentation: nothing but
 * blanks on the first or the last line that is not empty, blanks at the very end, a tab at the front.
 */
const FRAGILE_ENDS = /^\n*(?: *\t| +(?:\n|$))|^\n*$|\n[ \t]+\n*$|[ \t]$/;

/** In UTF-16 units, so that neither the UTF-8 bytes nor the escapes of a key can pass 1024. */
const LONGEST_SIMPLE_KEY = 320;

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

function hasPlainStart(text: string): boolean {
  const first = text.charCodeAt(0);
  if (isLetter(first)) {
    if ((first | 0x20) === 0x65 && BARE_EXPONENT.test(text)) return false;
    return text.length > LONGEST_WORD || !WORDS.has(text.toLowerCase());
  }
  switch (first) {
    case 0x2f: // '/', a path
    case 0x24: // '$', an expansion such as $(POD_IP)
      return true;
    case 0x2d: // '-', a flag: -c, --port=80
      return (
        isLetter(text.charCodeAt(text.charCodeAt(1) === 0x2d ? 2 : 1)) && !NUMBER_WORD.test(text.slice(1))
      );
    case 0x2e: // '.', a dot file; never the beginning of a fraction
      return isLetter(text.charCodeAt(1)) && isLetter(text.charCodeAt(2)) && !NUMBER_WORD.test(text.slice(1));
    default:
      return first >= 0x30 && first <= 0x39 && SAFE_AFTER_DIGIT.test(text);
  }
}

/** Whether a value may stand without quotes in block style. */
export function isPlainText(text: string): boolean {
  const last = text.length - 1;
  for (let index = 0; index <= last; index++) {
    const code = text.charCodeAt(index);
    const kind = code < 0x80 ? CLASS[code] : 0;
    if (kind === IN_KEYS || kind === IN_VALUES) continue;
    if (kind !== BEFORE_NON_BLANK || index === last || text.charCodeAt(index + 1) === 0x20) return false;
  }
  return last >= 0 && hasPlainStart(text);
}

function isPlainKey(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f || CLASS[code] !== IN_KEYS) return false;
  }
  const first = text.charCodeAt(0);
  return (isLetter(first) || first === 0x2e) && hasPlainStart(text);
}

/** Whether the text holds half of a surrogate pair, which UTF-8 cannot carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Text on one line, in single quotes where these spare escapes, else in double quotes. */
export function quoteText(text: string): string {
  if ((text.includes('"') || text.includes('\\')) && /^[ -&(-~]+$/.test(text)) return `'${text}'`;
  return JSON.stringify(text).replace(
    HAZARDS_LEFT_BY_JSON,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A mapping key with its colon. A key that is too long to be told from a value within the 1024
 * characters that YAML allows is written in the explicit form, whose colon stands on the next line.
 */
export function formatKey(key: string, indent: string): string {
  if (isPlainKey(key) && key.length <= LONGEST_SIMPLE_KEY) return `${key}:`;
  // Go's reader takes `<<` for the merge key even when it is quoted, but not when it is tagged
  // (go.yaml.in/yaml/v2 decode.go, isMerge); js-yaml knows tags on explicit keys only.
  if (key === '<<') return `? !!str "<<"\n${indent}:`;
  const token = quoteText(key);
  return token.length <= LONGEST_SIMPLE_KEY ? `${token}:` : `? ${token}\n${indent}:`;
}

/**
 * Multi-line text as a block literal, from the indicator to the last line without its line feed; or
 * undefined for text of one line and for text that a literal does not carry in safety.
 */
export function formatBlockLiteral(text: string, indent: string): string | undefined {
  if (!text.includes('\n') || HAZARDS.test(text) || FRAGILE_ENDS.test(text)) return undefined;
  const first = text.charCodeAt(0);
  // The depth is written where the first line would not show it.
  const depth = first === 0x20 || first === 0x0a ? '2' : '';
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const end = chomp === '-' ? text.length : text.length - 1;
  let block = `|${depth}${chomp}`;
  for (let start = 0; start <= end;) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 || feed > end ? end : feed;
    block += stop === start ? '\n' : `\n${indent}${text.slice(start, stop)}`;
    start = stop + 1;
  }
  return block;
}
