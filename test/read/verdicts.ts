import { isDeepStrictEqual } from 'node:util';

/** What a reader makes of a document. */
export interface Verdict {
  readonly value?: unknown;
  readonly broken?: true;
}

/** What our reader makes of it. */
export interface OwnVerdict extends Verdict {
  /** What is told of a broken document. */
  readonly error?: string;
  /** Whether text behind the end of the document is reported. */
  readonly leavesOut?: boolean;
}

/**
 * Whether we read a document as Go does. Text behind the end of a document is a problem to us either
 * way; Go notices some of what is broken in it.
 */
export function isSameVerdict(go: Verdict, ours: OwnVerdict): boolean {
  if (go.broken || ours.broken) return go.broken === ours.broken || (go.broken && ours.leavesOut) === true;
  return isDeepStrictEqual(go.value, ours.value);
}

/** Whether we refuse a value that Go never looks at, since the same field is written again after it. */
export function refusesLostValue(ours: OwnVerdict): boolean {
  return / is a number that JSON|^the name of a field is |^!!/.test(ours.error ?? '');
}

const BROKEN = '!';

/** Verdicts as text, one a line: JSON, or `!` for a document that is broken. */
export function packVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ value, broken }) => `${broken ? BROKEN : JSON.stringify(value)}\n`).join('');
}

export function unpackVerdicts(text: string): Verdict[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === BROKEN ? { broken: true } : { value: JSON.parse(line) as unknown }));
}
