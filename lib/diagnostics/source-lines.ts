import { type FileSpan } from './diagnostic';
import { type ReadSource } from './report';

/** The line of source that a span is in; `undefined` when the file cannot be read or has no such line. */
export type SourceLines = (span: FileSpan) => string | undefined;

/** Reads each file once. */
export function sourceLines(readSource: ReadSource): SourceLines {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    let lines = files.get(file);
    if (lines === undefined) files.set(file, (lines = linesOf(readSource(file))));
    return lines[line - 1];
  };
}

/** Lines as editors count them; the mark of byte order is no part of the first. */
function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}
