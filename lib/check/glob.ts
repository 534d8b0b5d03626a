/**
 * Makes a test for paths with forward slashes out of a pattern: `*` is any run of characters but slashes, `?`
 * one such character, `**` any run of folders, `{a,b}` one of several texts. Everything else is itself.
 *
 * @throws SyntaxError when a brace is not closed, or opened inside another
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const expression = new RegExp(`^${source(pattern)}$`, 's');
  return (path) => expression.test(path);
}

/** Longest first; a `**` between slashes may also stand for no folder at all. */
const TOKEN = /\*\*\/|\*\*|\*|\?|\{|\}|,|[^*?{},]+/g;

function source(pattern: string): string {
  const tokens = pattern.replace(/^\.\//, '').match(TOKEN) ?? [];
  let depth = 0;
  const parts = tokens.map((token) => {
    if (token === '{') depth += 1;
    if (depth > 1) throw new SyntaxError(`pattern "${pattern}" has a brace inside of another`);
    const part = tokenSource(token, depth === 1);
    if (token === '}') depth = 0;
    return part;
  });
  if (depth > 0) throw new SyntaxError(`pattern "${pattern}" has a brace that is not closed`);
  return parts.join('');
}

function tokenSource(token: string, inBraces: boolean): string {
  switch (token) {
    case '**/':
      return '(?:[^/]+/)*';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    case '{':
      return '(?:';
    case '}':
      return inBraces ? ')' : '\\}';
    case ',':
      return inBraces ? '|' : ',';
    default:
      return token.replace(/[\\^$.+()[\]|]/g, '\\$&');
  }
}
