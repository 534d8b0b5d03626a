import { type Diagnostic } from '../diagnostics/diagnostic';
import { fromThrown } from '../diagnostics/from-thrown';
import { type ObjectEntry } from '../model/object-entry';
import { objectRef } from './object-names';
import { placeOf } from './place';

interface Failure {
  readonly error: unknown;
  /** The first that threw it. */
  readonly code: string;
  readonly codes: Set<string>;
  /** What rules were asked about when they threw it, in order. */
  readonly entries: Set<ObjectEntry>;
}

/**
 * Gathers what rules threw: one diagnostic for each error, however many objects it was met on, and however many rules
 * it stopped, as where they share an analysis.
 */
export class ThrownLog {
  private readonly failures = new Map<string, Failure>();
  private readonly codes = new Set<string>();

  add(code: string, error: unknown, entry?: ObjectEntry): void {
    this.codes.add(code);
    // An error says where in the code it was thrown, and is the same to all rules; anything else may be a mere text.
    const key = JSON.stringify([error instanceof Error ? '' : code, fromThrown('', error).notes]);
    let failure = this.failures.get(key);
    if (failure === undefined) {
      failure = { error, code, codes: new Set(), entries: new Set() };
      this.failures.set(key, failure);
    }
    failure.codes.add(code);
    if (entry !== undefined) failure.entries.add(entry);
  }

  /** Whether that rule threw. */
  has(code: string): boolean {
    return this.codes.has(code);
  }

  diagnostics(): readonly Diagnostic[] {
    return [...this.failures.values()].map(({ error, code, codes, entries }) => {
      const [entry] = entries;
      const place = entry && placeOf(entry, '', '');
      const diagnostic = fromThrown(code, error, {
        otherRules: [...codes].filter((each) => each !== code),
        ...(entry && { object: objectRef(entry) }),
        ...(place && { spans: [place] }),
      });
      const more = entries.size - 1;
      return more < 1
        ? diagnostic
        : {
            ...diagnostic,
            notes: [...diagnostic.notes, `the same on ${more} more object${more === 1 ? '' : 's'}`],
          };
    });
  }
}
