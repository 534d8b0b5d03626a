import { CelError } from './cel-error';

/** A token of an expression. */
export interface CelToken {
  readonly kind: 'identifier' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'symbol' | 'end';
  /** The token as written. */
  readonly text: string;
  readonly offset: number;
}

// Lexer rules of CEL.g4 in github.com/google/cel-go/parser/gen.
const BLANK = /(?:[\t\n\f\r ]|\/\/[^\n]*)+/y;
const NUMBER =
  /(?:(?<double>\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|(?<uint>(?:0x[0-9a-fA-F]+|\d+)[uU])|(?<int>0x[0-9a-fA-F]+|\d+))/y;
const ESCAPE = '\\\\(?:[abfnrtv"\'`\\\\?]|[0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})';
const quoted = (escape: string): string =>
  [
    `"""(?:${escape}|[^\\\\])*?"""`,
    `'''(?:${escape}|[^\\\\])*?'''`,
    `"(?:${escape}|[^\\\\"\\n\\r])*"`,
    `'(?:${escape}|[^\\\\'\\n\\r])*'`,
  ].join('|');
const RAW = '"""[^]*?"""|\'\'\'[^]*?\'\'\'|"[^"\\n\\r]*"|\'[^\'\\n\\r]*\'';
const TEXT = new RegExp(`(?<bytes>[bB])?(?:[rR](?:${RAW})|(?:${quoted(ESCAPE)}))`, 'y');
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]*/y;
const SYMBOL = /==|!=|<=|>=|&&|\|\||[[\]{}().,\-!?:+*/%<>]/y;

/** @throws CelError where something is no token */
export function tokenize(expression: string): readonly CelToken[] {
  const tokens: CelToken[] = [];
  let offset = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(expression);
  };
  for (;;) {
    offset += match(BLANK)?.[0].length ?? 0;
    if (offset >= expression.length) break;
    const token = next(match, offset);
    if (token === undefined) {
      const found = JSON.stringify(String.fromCodePoint(expression.codePointAt(offset) ?? 0));
      throw new CelError(`Syntax error: token recognition error at: ${found}`, offset);
    }
    tokens.push(token);
    offset += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '<EOF>', offset: expression.length }];
}

function next(match: (pattern: RegExp) => RegExpExecArray | null, offset: number): CelToken | undefined {
  const token = (kind: CelToken['kind'], text: string, length = text.length) => ({
    kind,
    text,
    offset,
    length,
  });
  const text = match(TEXT);
  if (text !== null) return token(text.groups?.bytes === undefined ? 'string' : 'bytes', text[0]);
  const number = match(NUMBER);
  if (number !== null) {
    const { double, uint } = number.groups ?? {};
    return token(double !== undefined ? 'double' : uint !== undefined ? 'uint' : 'int', number[0]);
  }
  const identifier = match(IDENTIFIER);
  if (identifier !== null) return token('identifier', identifier[0]);
  const symbol = match(SYMBOL);
  return symbol === null ? undefined : token('symbol', symbol[0]);
}
