import { type JsonValue } from '../../../../model/json-value';
import { formatFieldPath } from '../../../../model/field-path';
import { getByJsonPointer, parseJsonPointer } from '../../../../model/json-pointer';
import { type ObjectEntry } from '../../../../model/object-entry';
import { objectTitle } from '../../../object-names';
import { type RuleContext } from '../../../rule-context';
import { showValue } from '../../../schema/show-value';
import { type Area } from '../../../semantics/area';
import { type FieldError, type FieldErrorType, formatFieldError } from '../../../semantics/field-error';
import { semanticsPass } from './semantics-pass';

/** Reports what one rule is about of all that the API server refuses in an object. */
export function reportFieldErrors(entry: ObjectEntry, context: RuleContext, area: Area): void {
  for (const error of context.once(semanticsPass).of(entry)) {
    if (error.area !== area) continue;
    const field = fieldOf(error, entry);
    context.report({
      object: entry,
      path: error.pointer,
      title: `${objectTitle(entry)} ${SAYS[error.type](`\`${field}\``)}`,
      label: labelOf(field, getByJsonPointer(entry.object, error.pointer)),
      notes: [`the API server refuses it: "${formatFieldError(error)}"`],
      help: helpOf(error, field),
    });
  }
}

/** The field as a person writes it: list indexes stay numbers. */
function fieldOf({ pointer }: FieldError, { object }: ObjectEntry): string {
  const steps: (string | number)[] = [];
  let value: JsonValue | undefined = object;
  for (const token of parseJsonPointer(pointer)) {
    // A field below a list where a map belongs is no index.
    steps.push(Array.isArray(value) && /^\d+$/.test(token) ? Number(token) : token);
    value =
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, JsonValue>>)[token]
        : undefined;
  }
  return formatFieldPath(steps);
}

function labelOf(field: string, value: JsonValue | undefined): string {
  if (field === '') return 'the object as a whole';
  return value === undefined ? `${field} is missing` : `${field} is ${showValue(value)}`;
}

const SAYS: Readonly<Record<FieldErrorType, (field: string) => string>> = {
  required: (field) => `has no ${field}`,
  invalid: (field) => `has a value that the API server refuses in ${field}`,
  'type-invalid': (field) => `has a value of the wrong type in ${field}`,
  'not-supported': (field) => `has a value that the API server does not know in ${field}`,
  'not-found': (field) => `names in ${field} what is not there`,
  duplicate: (field) => `repeats a value in ${field}`,
  forbidden: (field) => `may not have ${field}`,
  'too-long': (field) => `is too long in ${field}`,
  'too-many': (field) => `has too many items in ${field}`,
  'too-few': (field) => `has too few items in ${field}`,
};

function helpOf({ type, help, detail }: FieldError, field: string): readonly string[] {
  if (help.length > 0) return help;
  if (type === 'required') return [`set \`${field}\``];
  if (type === 'forbidden') return [`remove \`${field}\``];
  const values = /^supported values: (.*)$/s.exec(detail)?.[1];
  return type === 'not-supported' && values !== undefined
    ? [`write one of ${values.replaceAll('"', '`')}`]
    : [];
}
