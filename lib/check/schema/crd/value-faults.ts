import { isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../../model/kubernetes-version';
import { goPattern } from './pattern/go-pattern';
import { jsonKey } from './same-json';
import { hasFormat } from './string-formats';

/** A keyword of JSON schema that a value does not meet. */
export type ValueFault = 'bits' | 'enum' | 'range' | 'multipleOf' | 'length' | 'pattern' | 'format';

/** The keywords about the value itself that it does not meet; those of other types do not concern it. */
export function valueFaults(
  schema: JsonObject,
  value: JsonValue,
  version: KubernetesVersion,
): readonly ValueFault[] {
  const faults: ValueFault[] = [];
  if (
    Array.isArray(schema.enum) &&
    !(schema.enum as readonly JsonValue[]).some((each) => jsonKey(each) === jsonKey(value))
  ) {
    faults.push('enum');
  }
  if (typeof value === 'number') {
    if (!fitsBits(schema, value, version)) faults.push('bits');
    if (!isInRange(schema, value)) faults.push('range');
    if (typeof schema.multipleOf === 'number' && !isMultiple(value, schema.multipleOf))
      faults.push('multipleOf');
  }
  if (typeof value === 'string') {
    if (!isBetween(schema.minLength, codePoints(value), schema.maxLength)) faults.push('length');
    if (typeof schema.pattern === 'string' && goPattern(schema.pattern)?.(value) === false)
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

/**
 * Integers have 64 bits, or 32 where the format says so, which the API server looks at since 1.36
 * (`StripUnsupportedFormatsPostProcessorForVersion`, apiextensions-apiserver, pkg/apiserver/validation/formats.go).
 */
function fitsBits(schema: JsonObject, value: number, version: KubernetesVersion): boolean {
  const { type, format, 'x-kubernetes-int-or-string': either } = schema;
  if (type !== 'integer' && either !== true) return true;
  const short = format === 'int32' && compareKubernetesVersions(version, '1.36') >= 0;
  const bound = short ? 2 ** 31 : 2 ** 63;
  return value >= -bound && value < bound;
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
