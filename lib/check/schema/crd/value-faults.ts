import { isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { goPattern } from './go-pattern';
import { jsonKey } from './same-json';
import { hasFormat } from './string-formats';

/** A keyword of JSON schema that a value does not meet. */
export type ValueFault = 'enum' | 'range' | 'multipleOf' | 'length' | 'pattern' | 'format';

/** The keywords about the value itself that it does not meet; those of other types do not concern it. */
export function valueFaults(schema: JsonObject, value: JsonValue): readonly ValueFault[] {
  const faults: ValueFault[] = [];
  if (
    Array.isArray(schema.enum) &&
    !(schema.enum as readonly JsonValue[]).some((each) => jsonKey(each) === jsonKey(value))
  ) {
    faults.push('enum');
  }
  if (typeof value === 'number') {
    if (!isInRange(schema, value)) faults.push('range');
    if (typeof schema.multipleOf === 'number' && !isMultiple(value, schema.multipleOf))
      faults.push('multipleOf');
  }
  if (typeof value === 'string') {
    if (!isBetween(schema.minLength, codePoints(value), schema.maxLength)) faults.push('length');
    if (typeof schema.pattern === 'string' && goPattern(schema.pattern)?.test(value) === false)
      faults.push('pattern');
    if (typeof schema.format === 'string' && hasFormat(schema.format, value) === false) faults.push('format');
  }
  if (Array.isArray(value) && !isBetween(schema.minItems, value.length, schema.maxItems))
    faults.push('length');
  if (
    isJsonObject(value) &&
    !isBetween(schema.minProperties, Object.keys(value).length, schema.maxProperties)
  ) {
    faults.push('length');
  }
  return faults;
}

function isInRange(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject,
  value: number,
): boolean {
  if (typeof minimum === 'number' && (exclusiveMinimum === true ? value <= minimum : value < minimum))
    return false;
  return !(typeof maximum === 'number' && (exclusiveMaximum === true ? value >= maximum : value > maximum));
}

/** Integers exactly; fractions as far as floating point tells. */
function isMultiple(value: number, of: number): boolean {
  if (of <= 0) return true;
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function isBetween(min: JsonValue | undefined, size: number, max: JsonValue | undefined): boolean {
  return !(typeof min === 'number' && size < min) && !(typeof max === 'number' && size > max);
}

/** As Go's `utf8.RuneCountInString`. */
function codePoints(text: string): number {
  return Array.from(text).length;
}
