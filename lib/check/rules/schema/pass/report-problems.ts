import { type ObjectEntry } from '../../../../model/object-entry';
import { objectTitle } from '../../../object-names';
import { type RuleContext } from '../../../rule-context';
import { type SchemaProblemKind } from '../../../schema/schema-problem';
import { schemaPass } from './schema-pass';

/** Problems of a value, which is there and to be pointed at. */
const OF_VALUES: ReadonlySet<SchemaProblemKind> = new Set([
  'wrong-type',
  'unlisted-value',
  'out-of-range',
  'bad-quantity',
  'bad-format',
]);

/** Reports what one rule is about of all that the schema says of an object. */
export function reportProblems(entry: ObjectEntry, context: RuleContext, kind: SchemaProblemKind): void {
  for (const problem of context.once(schemaPass).of(entry)) {
    if (problem.kind !== kind) continue;
    context.report({
      object: entry,
      path: problem.pointer,
      ...(problem.severity && { severity: problem.severity }),
      ...(OF_VALUES.has(kind) && { part: 'value' }),
      title: `${objectTitle(entry)} ${problem.says}`,
      label: problem.label,
      notes: problem.notes,
      help: problem.help,
    });
  }
}
