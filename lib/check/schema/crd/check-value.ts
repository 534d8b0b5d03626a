import { suggest } from '../../../diagnostics/suggest';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { oneOf } from '../one-of';
import { type ProblemLog } from '../problem-log';
import { describeType, isShown, showValue, writeValue } from '../show-value';
import { formatExample } from './string-formats';
import { goPattern } from './pattern/go-pattern';
import { type ValueFault, valueFaults } from './value-faults';

/** Reports what the value itself does not meet of its schema: enum, range, length, pattern, format. */
export function checkValue(
  log: ProblemLog,
  schema: JsonObject,
  value: JsonValue,
  version: KubernetesVersion,
): void {
  for (const fault of valueFaults(schema, value, version)) report(log, schema, value, fault);
  const { pattern } = schema;
  if (typeof value !== 'string' || typeof pattern !== 'string' || goPattern(pattern) !== undefined) return;
  log.add('unread-pattern', {
    says: `has text in \`${log.where()}\` that was not held against its pattern`,
    label: `${log.where()} has the pattern ${pattern}`,
    notes: ['the pattern is none that Go reads, or one of the few that JavaScript has no equal of'],
    help: ['see that it is as Go writes it: https://github.com/google/re2/wiki/Syntax'],
    once: `pattern ${pattern}`,
  });
}

function report(log: ProblemLog, schema: JsonObject, value: JsonValue, fault: ValueFault): void {
  const label = `${log.where()} is ${isShown(value) ? showValue(value) : describeType(value)}`;
  const where = `\`${log.where()}\``;
  const shown = isShown(value) ? `\`${showValue(value)}\`` : describeType(value);
  switch (fault) {
    case 'enum': {
      const values = Array.isArray(schema.enum) ? (schema.enum as readonly JsonValue[]) : [];
      const list = values.map((each) => `\`${showValue(each)}\``);
      const near =
        typeof value === 'string'
          ? suggest(
              value,
              values.filter((each) => typeof each === 'string'),
            )[0]
          : undefined;
      log.add('unlisted-value', {
        says: `has ${shown} in ${where}, which takes ${oneOf(list)}`,
        label,
        help: [
          near === undefined
            ? `write one of ${list.join(', ')}`
            : `write \`${log.fieldName()}: ${writeValue(near)}\``,
        ],
      });
      return;
    }
    case 'bits':
      log.add('out-of-range', {
        says: `has ${shown} in ${where}, which takes an integer of ${schema.format === 'int32' ? 32 : 64} bits`,
        label,
        help: [`write an integer of ${schema.format === 'int32' ? 32 : 64} bits`],
      });
      return;
    case 'range':
      log.add('out-of-range', {
        says: `has ${shown} in ${where}, which is out of range`,
        label,
        help: [`write a number ${bounds(schema)}`],
      });
      return;
    case 'multipleOf':
      log.add('out-of-range', {
        says: `has ${shown} in ${where}, which takes multiples of ${showValue(schema.multipleOf ?? 1)}`,
        label,
        help: [`write a multiple of ${showValue(schema.multipleOf ?? 1)}`],
      });
      return;
    case 'length':
      log.add('out-of-range', {
        says: `has ${describeType(value)} in ${where} that is ${sizeOf(schema, value)}`,
        label,
        help: [sizes(schema, value)],
      });
      return;
    case 'pattern':
      log.add('bad-format', {
        says: `has ${shown} in ${where}, which does not match its pattern`,
        label,
        help: [`write text that matches \`${textOf(schema.pattern)}\``],
      });
      return;
    case 'format': {
      const format = textOf(schema.format);
      log.add('bad-format', {
        says: `has ${shown} in ${where}, which takes the format ${format}`,
        label,
        help: [`write it like \`${formatExample(format) ?? format}\``],
      });
      return;
    }
  }
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject): string {
  const parts = [
    ...(typeof minimum === 'number'
      ? [`${exclusiveMinimum === true ? 'greater than' : 'of at least'} ${minimum}`]
      : []),
    ...(typeof maximum === 'number'
      ? [`${exclusiveMaximum === true ? 'less than' : 'of at most'} ${maximum}`]
      : []),
  ];
  return parts.join(' and ');
}

/** The bounds that concern the value, and what they count. */
function limits(
  schema: JsonObject,
  value: JsonValue,
): readonly [min: JsonValue | undefined, max: JsonValue | undefined, unit: string] {
  if (typeof value === 'string') return [schema.minLength, schema.maxLength, 'characters'];
  if (Array.isArray(value)) return [schema.minItems, schema.maxItems, 'items'];
  return [schema.minProperties, schema.maxProperties, 'fields'];
}

function sizeOf(schema: JsonObject, value: JsonValue): string {
  const [min] = limits(schema, value);
  const size =
    typeof value === 'string'
      ? Array.from(value).length
      : Object.keys(typeof value === 'object' && value !== null ? value : {}).length;
  return typeof min === 'number' && size < min ? 'too short' : 'too long';
}

function sizes(schema: JsonObject, value: JsonValue): string {
  const [min, max, unit] = limits(schema, value);
  const parts = [
    ...(typeof min === 'number' ? [`at least ${min}`] : []),
    ...(typeof max === 'number' ? [`at most ${max}`] : []),
  ];
  return `write ${parts.join(' and ')} ${unit}`;
}
