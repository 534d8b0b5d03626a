import { type Diagnostic, type ObjectRef } from './diagnostic';

/** Longer than any name that the API server takes, with its namespace. */
const LONGEST_WORD = 400;
/** Longer texts are read by nobody. */
const LONGEST_TEXT = 4000;
const CUT = '\u2026';

/**
 * The diagnostic as people are shown it: what is too long to be read, a value of a megabyte, is cut in its middle. Formats
 * for programs have all of it.
 */
export function abridged(diagnostic: Diagnostic): Diagnostic {
  const { title, object, path, spans, notes, help, caveats } = diagnostic;
  return {
    ...diagnostic,
    title: abridge(title),
    ...(object && { object: abridgedRef(object) }),
    ...(path !== undefined && { path: abridge(path) }),
    spans: spans.map((span) => ({ ...span, label: abridge(span.label) })),
    notes: notes.map(abridge),
    help: help.map(abridge),
    ...(caveats && { caveats: caveats.map(abridge) }),
  };
}

function abridgedRef({ kind, namespace, name }: ObjectRef): ObjectRef {
  const own = { kind: abridge(kind), name: abridge(name) };
  return namespace === undefined ? own : { ...own, namespace: abridge(namespace) };
}

/** A text whose words, and which as a whole, are no longer than anyone reads. */
function abridge(text: string): string {
  if (text.length <= LONGEST_WORD) return text;
  const shorter = text.replace(/\S+/g, (word) => cutMiddle(word, LONGEST_WORD));
  return cutMiddle(shorter, LONGEST_TEXT);
}

function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = (most - CUT.length) >> 1;
  // Half of a character would be none.
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(text.length - half).replace(/^[\udc00-\udfff]/, '');
  return head + CUT + tail;
}
