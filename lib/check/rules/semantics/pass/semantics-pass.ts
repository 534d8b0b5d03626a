import { getByJsonPointer, pointersUpwards } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { ObjectPass } from '../../../object-pass';
import { type CheckContext } from '../../../rule-context';
import { type SchemaProblemKind } from '../../../schema/schema-problem';
import { type FieldError } from '../../../semantics/field-error';
import { validateObject } from '../../../semantics/validate-object';
import { schemaPass } from '../../schema/pass/schema-pass';

/** What the schema's rules merely warn of, or make known: the API server refuses what is wrong in it all the same. */
const ADVICE: ReadonlySet<SchemaProblemKind> = new Set<SchemaProblemKind>([
  'unchecked-kind',
  'unread-pattern',
  'kind-off-by-default',
  'deprecated-kind',
  'deprecated-field',
  'repeated-key',
]);

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/**
 * Whether what an error is about would be in a field that the parent does not have: beside a field that there is not, it
 * is most likely the one that was meant.
 */
function isAbsentBelow(object: JsonObject, parent: string, pointer: string): boolean {
  if (!pointer.startsWith(`${parent}/`)) return false;
  const [field = ''] = pointer.slice(parent.length + 1).split('/');
  return getByJsonPointer(object, `${parent}/${field}`) === undefined;
}

const NONE: readonly FieldError[] = Object.freeze([]);

/** For `context.once`: validates each object, once for all rules of this group. What the schema's rules tell is left to them. */
export function semanticsPass({ set, target, once }: CheckContext): ObjectPass<FieldError> {
  const look = (entry: ObjectEntry): readonly FieldError[] => {
    const errors = validateObject(entry.object, target);
    if (errors.length === 0) return NONE;
    const problems = once(schemaPass)
      .of(entry)
      .filter(({ kind, severity }) => severity !== 'warning' && !ADVICE.has(kind));
    // By look-up, since an object may have as many problems as errors: ten thousand containers, each of them wrong.
    const told = new Set(problems.map(({ pointer }) => pointer));
    const misspelled = new Set(
      problems.filter(({ kind }) => kind === 'unknown-field').map(({ pointer }) => parentOf(pointer)),
    );
    const isTold = ({ pointer }: FieldError): boolean =>
      pointersUpwards(pointer).some(
        (each) => told.has(each) || (misspelled.has(each) && isAbsentBelow(entry.object, each, pointer)),
      );
    return errors.filter((error) => !error.echo && !isTold(error));
  };
  return new ObjectPass(set.entries, look, ({ area }) => area);
}
