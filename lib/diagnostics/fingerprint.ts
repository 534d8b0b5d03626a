import { createHash } from 'node:crypto';

import { type Diagnostic, isFileSpan } from './diagnostic';

/**
 * What stays the same of a finding when the code around it moves: tools that track findings over
 * commits tell old from new by it. Lines and columns are not in it.
 */
export function fingerprint({ code, title, object, path, spans }: Diagnostic): string {
  const first = spans[0];
  const place = first === undefined ? '' : isFileSpan(first) ? first.file : first.construct;
  const facts = [code, object?.kind, object?.namespace, object?.name, path, title, place];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** A {@link fingerprint} for each, with a number added where several findings would share one. */
export function fingerprints(diagnostics: readonly Diagnostic[]): readonly string[] {
  const times = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const print = fingerprint(diagnostic);
    const time = (times.get(print) ?? 0) + 1;
    times.set(print, time);
    return time === 1 ? print : `${print}-${time}`;
  });
}
