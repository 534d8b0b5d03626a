import { formatFieldPath } from '../../model/field-path';
import { jsonPointer } from '../../model/json-pointer';
import { type SchemaProblem, type SchemaProblemKind } from './schema-problem';

/** What a problem says besides its kind and place. */
export interface ProblemTexts {
  readonly severity?: 'warning';
  readonly says: string;
  readonly label: string;
  readonly notes?: readonly string[];
  readonly help?: readonly string[];
  readonly once?: string;
}

/** Gathers problems during a walk, and knows where the walk is. */
export class ProblemLog {
  readonly problems: SchemaProblem[] = [];
  /** Steps from the object to the value that is looked at; who walks pushes and pops. */
  readonly path: (string | number)[] = [];

  /** Where the walk is, or a field below it, as a person writes it. */
  where(...below: readonly (string | number)[]): string {
    return formatFieldPath([...this.path, ...below]);
  }

  /** The name of the field that the walk is at: that of the list, for an item. */
  fieldName(): string {
    const name = this.path.findLast((step) => typeof step === 'string');
    return typeof name === 'string' ? name : '';
  }

  /** Reports the value that the walk is at, or a field below it. */
  add(kind: SchemaProblemKind, texts: ProblemTexts, ...below: readonly (string | number)[]): void {
    const { says, label, notes = [], help = [], severity, once } = texts;
    this.problems.push({
      kind,
      pointer: jsonPointer('', ...this.path, ...below),
      says,
      label,
      notes,
      help,
      ...(severity && { severity }),
      ...(once !== undefined && { once }),
    });
  }
}
