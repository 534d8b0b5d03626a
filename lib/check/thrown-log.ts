import { type Diagnostic } from '../diagnostics/diagnostic';
import { fromThrown } from '../diagnostics/from-thrown';
import { type ObjectEntry } from '../model/object-entry';
import { objectRef } from './object-names';
import { placeOf } from './place';

/** Gathers what rules threw: one diagnostic for each error of a rule, however many objects it met it on. */
export class ThrownLog {
  private readonly failures = new Map<string, { readonly first: Diagnostic; count: number }>();
  private readonly codes = new Set<string>();

  add(code: string, error: unknown, entry?: ObjectEntry): void {
    const place = entry && placeOf(entry, '', '');
    const diagnostic = fromThrown(code, error, {
      ...(entry && { object: objectRef(entry) }),
      ...(place && { spans: [place] }),
    });
    this.codes.add(code);
    const key = JSON.stringify([code, diagnostic.notes]);
    const known = this.failures.get(key);
    if (known === undefined) this.failures.set(key, { first: diagnostic, count: 1 });
    else known.count += 1;
  }

  /** Whether that rule threw. */
  has(code: string): boolean {
    return this.codes.has(code);
  }

  diagnostics(): readonly Diagnostic[] {
    return [...this.failures.values()].map(({ first, count }) =>
      count === 1
        ? first
        : {
            ...first,
            notes: [...first.notes, `the same on ${count - 1} more object${count === 2 ? '' : 's'}`],
          },
    );
  }
}
