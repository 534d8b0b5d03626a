import { placeAfter, type TextPlace } from './text-places';

/** The text between two separators. */
export interface DocumentText {
  readonly text: string;
  /** Where the text begins in the file. */
  readonly place: TextPlace;
  /** Whether it begins with a line of `---` that has more than a comment in it. */
  readonly badSeparator: boolean;
}

/**
 * Cuts a stream at the lines that begin with `---`, as kubectl does (apimachinery
 * pkg/util/yaml/decoder.go, YAMLReader): whatever they stand in, so that each document can be read, or
 * be broken, on its own. Lines that have more than a comment after `---`, at which kubectl gives up, are
 * left to the document that they begin.
 */
export function* splitDocuments(
  stream: string,
  from = 0,
  first: TextPlace = { line: 1, column: 1 },
): Generator<DocumentText> {
  let place = first;
  let start = from;
  let badSeparator = false;
  // The rest of a line that JSON text stands in is no line of its own.
  let separator = first.column === 1 && stream.startsWith('---', from) ? from : nextSeparator(stream, from);
  for (;;) {
    const end = separator === -1 ? stream.length : separator;
    if (end > start) {
      yield { text: stream.slice(start, end), place, badSeparator };
      place = placeAfter(stream, start, end, place);
    }
    if (separator === -1) return;
    const feed = stream.indexOf('\n', separator);
    const after = feed === -1 ? stream.length : feed + 1;
    const rest = stream.slice(separator + 3, after).trim();
    badSeparator = rest !== '' && !rest.startsWith('#');
    start = badSeparator ? separator : after;
    if (!badSeparator) place = { line: place.line + 1, column: 1 };
    separator = stream.startsWith('---', after) ? after : nextSeparator(stream, after);
  }
}

/** The next line after that of `from` that begins with `---`, or -1. */
function nextSeparator(stream: string, from: number): number {
  const found = stream.indexOf('\n---', from);
  return found === -1 ? -1 : found + 1;
}
