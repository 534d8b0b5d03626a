import { isBlankOrEnd, isWord } from './chars';
import { YamlSyntaxError } from './syntax-error';

/** What `!!` stands for. */
export const TAG_PREFIX = 'tag:yaml.org,2002:';

const isUri = (code: number): boolean =>
  isWord(code) || ";/?:@&=+$,.!~*'()[]%".includes(String.fromCharCode(code));

/**
 * Reads a tag in its full form (go.yaml.in/yaml/v2 scannerc.go, yaml_parser_scan_tag). Handles of one's
 * own need a `%TAG` directive, which a reader that splits at `---` never sees, so that they are errors.
 */
export function scanTag(text: string, start: number): { readonly tag: string; readonly end: number } {
  let pos = start + 1;
  if (text.charCodeAt(pos) === 0x3c) {
    const from = ++pos;
    while (isUri(text.charCodeAt(pos))) pos++;
    if (pos === from || text.charCodeAt(pos) !== 0x3e) throw broken(start);
    const tag = unescape(text.slice(from, pos), start);
    if (!isBlankOrEnd(text.charCodeAt(++pos))) throw broken(start);
    return { tag, end: pos };
  }
  while (isWord(text.charCodeAt(pos))) pos++;
  const named = text.charCodeAt(pos) === 0x21;
  if (named && pos > start + 1) {
    throw new YamlSyntaxError(
      `the tag handle ${text.slice(start, pos + 1)} is not defined`,
      'remove the tag; manifests need none',
      start,
    );
  }
  const from = named ? ++pos : start + 1;
  while (isUri(text.charCodeAt(pos))) pos++;
  if (!isBlankOrEnd(text.charCodeAt(pos))) throw broken(start);
  const suffix = unescape(text.slice(from, pos), start);
  if (named && suffix === '') throw broken(start);
  return { tag: named ? TAG_PREFIX + suffix : `!${suffix}`, end: pos };
}

function unescape(uri: string, start: number): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) throw broken(start);
    throw error;
  }
}

function broken(start: number): YamlSyntaxError {
  return new YamlSyntaxError(
    'the tag that begins here cannot be read',
    'remove it, or quote the text if it begins with "!"',
    start,
  );
}
