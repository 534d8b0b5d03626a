import { YamlSyntaxError } from './syntax-error';

/** Levels of indentation or of brackets. Go stops at 10,000; a manifest has some twenty. */
export const DEEPEST = 1000;

export function directive(offset: number): YamlSyntaxError {
  return new YamlSyntaxError(
    'a line begins with "%", which makes it a directive of YAML',
    'remove the line: kubectl splits files at "---" and then finds no document after a directive',
    offset,
  );
}

export function unexpected(text: string, offset: number): YamlSyntaxError {
  const char = text.charAt(offset);
  if (char === '\t') {
    return new YamlSyntaxError('a tab stands where only spaces may indent', 'indent with spaces', offset);
  }
  return new YamlSyntaxError(`text cannot begin with "${char}"`, `put the text in quotes`, offset);
}

export function noColon(text: string, offset: number): YamlSyntaxError {
  const rest = /^[^\0\r\n]{0,40}/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  return new YamlSyntaxError(
    `"${rest.trimEnd()}" is no field: no ":" and a blank follow in its line`,
    'write `name: value`, with a blank after the colon; indent a line that goes on from the one before',
    offset,
  );
}

export function tooDeep(offset: number): YamlSyntaxError {
  return new YamlSyntaxError(
    `the document is nested more than ${DEEPEST} levels deep`,
    'no manifest is: look at what wrote this file',
    offset,
  );
}
