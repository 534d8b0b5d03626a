import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonValue } from '../../../../model/json-value';
import { fieldName } from '../../../field-name';
import { writeValue } from '../../../schema/show-value';

/** More than that are counted only. */
const MOST = 4;

/** `a, b and 3 more` */
export function someOf(names: readonly string[], most = MOST): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** "selector.matchLabels.app is shop", for a label. */
export function stateOf(path: readonly string[], value: JsonValue | undefined, verb: 'is' | 'was'): string {
  const field = fieldName(jsonPointer('', ...path));
  return value === undefined ? `${field} ${verb} not set` : `${field} ${verb} ${writeValue(value)}`;
}
