/** A token of a selector as text. */
export interface Token {
  readonly kind:
    'word' | 'end' | 'error' | ')' | '(' | ',' | '!' | '=' | '==' | '!=' | '>' | '<' | 'in' | 'notin';
  readonly text: string;
}

const SIGNS = [')', '(', ',', '!', '=', '==', '!=', '>', '<'] as const;
const SPECIAL = '=!(),><';
const BLANK = ' \t\r\n';

/**
 * The tokens of a selector (Lexer in k8s.io/apimachinery/pkg/labels). Signs that stand together are
 * read as the longest that there is; a NUL ends a word, and the text where a token would begin.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && BLANK.includes(text.charAt(at))) at += 1;
    const first = text.charAt(at);
    if (first === '' || first === '\0') {
      found.push({ kind: 'end', text: '' });
      return found;
    }
    const token = SPECIAL.includes(first) ? sign(text, at) : word(text, at);
    found.push(token.token);
    at = token.end;
  }
}

function word(text: string, start: number): { token: Token; end: number } {
  let end = start;
  while (end < text.length && text.charAt(end) !== '\0' && !`${SPECIAL}${BLANK}`.includes(text.charAt(end)))
    end += 1;
  const literal = text.slice(start, end);
  const kind = literal === 'in' || literal === 'notin' ? literal : 'word';
  return { token: { kind, text: literal }, end: text.charAt(end) === '\0' ? end + 1 : end };
}

function sign(text: string, start: number): { token: Token; end: number } {
  let end = start + 1;
  while (SIGNS.some((known) => known === text.slice(start, end + 1)) && end < text.length) end += 1;
  const literal = text.slice(start, end);
  const kind = SIGNS.find((known) => known === literal) ?? 'error';
  return { token: { kind, text: literal }, end: text.charAt(end) === '\0' ? end + 1 : end };
}
