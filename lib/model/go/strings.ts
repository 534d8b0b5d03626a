// What Go's strings and strconv packages do to text that the API server reads. JavaScript's own
// \s, trim and JSON.stringify differ from them in the corners.

/** unicode.IsSpace: JavaScript's \s has U+FEFF, which Go has not, and lacks U+0085. */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'u');
const EDGE_SPACES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu');

/** Go's `strings.Fields`: the words of `text` between runs of white space. */
export function goFields(text: string): string[] {
  return text.split(SPACES).filter((word) => word !== '');
}

/** Go's `strings.TrimSpace`. */
export function goTrimSpace(text: string): string {
  return text.replace(EDGE_SPACES, '');
}

/** Go's `strings.ToLower`, which maps rune by rune: U+0130 becomes one letter, not two. */
export function goToLower(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Letters, marks, numbers, punctuation, symbols and the ASCII space, as unicode.IsPrint has it. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function escaped(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined) return known;
  if (PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Go's `strconv.Quote`, in which the server's messages show a value. */
export function goQuote(text: string): string {
  return `"${Array.from(text, escaped).join('')}"`;
}
