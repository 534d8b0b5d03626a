import { nearbyWordsOf } from '../../nearby-words-of';
import { isJsonList, isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { type ProblemLog } from '../problem-log';
import { describeType, isShown, showValue, writeValue } from '../show-value';
import { findType } from '../table';
import { validateType } from '../validate-type';
import { checkItems } from './check-items';
import { checkValue } from './check-value';
import { isOfType } from './is-of-type';
import { matchesSchema } from './matches-schema';
import { propertyNames, propertySchema, schemaList, textList } from './structural-schema';
import { withDefaults } from './with-defaults';

/** What every object has besides its schema. */
const META: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** What stays the same during one walk. */
export interface CustomWalk {
  readonly log: ProblemLog;
  readonly version: KubernetesVersion;
}

/**
 * Checks a value against a structural schema, as the API server does a custom resource: pruning with strict field
 * validation, defaults, then validation.
 *
 * Upstream: apiextensions-apiserver, pkg/apiserver/schema/pruning, pkg/apiserver/schema/defaulting,
 * pkg/apiserver/validation; kube-openapi, pkg/validation/validate.
 *
 * @param isObject Whether the value is a whole object, with the fields that every object has.
 */
export function validateCustom(
  walk: CustomWalk,
  schema: JsonObject,
  value: JsonValue,
  isObject: boolean,
): void {
  validateValue(walk, schema, withDefaults(schema, value), isObject);
}

function validateValue(walk: CustomWalk, schema: JsonObject, value: JsonValue, isObject: boolean): void {
  const { log, version } = walk;
  if (schema['x-kubernetes-int-or-string'] === true) {
    if (typeof value !== 'string' && !Number.isInteger(value)) wrongType(log, 'an integer or text', value);
    else checkValue(log, schema, value, version);
    return;
  }
  if (!checkType(log, schema, value)) return;
  checkValue(log, schema, value, version);
  if (isJsonList(value)) {
    const { items } = schema;
    checkItems(log, schema, value);
    if (isJsonObject(items)) {
      value.forEach((item, index) => {
        log.path.push(index);
        if (item !== null || items.nullable !== true) validateValue(walk, items, item, false);
        log.path.pop();
      });
    }
  } else if (isJsonObject(value)) validateFields(walk, schema, value, isObject);
  checkAlternatives(walk, schema, value);
}

function validateFields(walk: CustomWalk, schema: JsonObject, value: JsonObject, isObject: boolean): void {
  const { log, version } = walk;
  const embedded = isObject || schema['x-kubernetes-embedded-resource'] === true;
  const misspelled = new Set<string>();
  for (const [name, child] of Object.entries(value)) {
    if (embedded && META.includes(name)) continue;
    const sub = propertySchema(schema, name);
    if (sub === undefined) {
      if (schema['x-kubernetes-preserve-unknown-fields'] === true) continue;
      const meant = reportPruned(log, schema, name, child);
      if (meant !== undefined) misspelled.add(meant);
    } else if (sub !== 'anything' && (child !== null || sub.nullable === true)) {
      log.path.push(name);
      if (child !== null) validateValue(walk, sub, child, false);
      log.path.pop();
    }
  }
  if (embedded) {
    for (const name of ['apiVersion', 'kind']) {
      if (typeof value[name] !== 'string' || value[name] === '') reportMissing(log, name, undefined);
    }
    log.path.push('metadata');
    validateType(
      { log, version, types: [], decodedOnly: false },
      findType('meta.v1.ObjectMeta'),
      value.metadata ?? null,
    );
    log.path.pop();
  }
  for (const name of textList(schema.required)) {
    const sub = propertySchema(schema, name);
    const nullable = sub !== undefined && sub !== 'anything' && sub.nullable === true;
    const there = value[name] !== undefined && (value[name] !== null || nullable);
    if (there || misspelled.has(name)) continue;
    reportMissing(log, name, sub);
  }
}

function reportMissing(log: ProblemLog, name: string, schema: JsonObject | 'anything' | undefined): void {
  log.add(
    'missing-field',
    {
      says: `lacks \`${log.where(name)}\``,
      label: log.path.length === 0 ? `${name} is missing` : `${log.where()} has no ${name}`,
      help: [`add \`${name}\`${describeSchema(schema)}`],
    },
    name,
  );
}

function reportPruned(
  log: ProblemLog,
  schema: JsonObject,
  name: string,
  value: JsonValue,
): string | undefined {
  const names = propertyNames(schema);
  const near = nearbyWordsOf(names).suggest(name);
  const whole = isShown(value) && typeof value !== 'object' ? `: ${writeValue(value)}` : '';
  log.add(
    'unknown-field',
    {
      says: `has the unknown field \`${log.where(name)}\``,
      label: `${log.path.length === 0 ? 'the object' : log.where()} has no field ${name}`,
      notes: [
        'the schema of its CustomResourceDefinition does not have it: strict validation refuses it, and without ' +
          'that the API server drops it in silence',
      ],
      help:
        near.length === 1
          ? [`did you mean \`${near.join('')}${whole}\`?`]
          : near.length > 1
            ? [`did you mean ${near.map((each) => `\`${each}\``).join(', ')}?`]
            : [
                names.size > 0 && names.size <= 12
                  ? `remove it, or use one of ${[...names].map((each) => `\`${each}\``).join(', ')}`
                  : 'remove it',
              ],
    },
    name,
  );
  return near[0];
}

/**
 * Reports a value that is not of the type. The API server lets a list pass where text of a format is wanted (kube-openapi,
 * `typeValidator.Validate`); whoever reads the object does not, so it is reported.
 */
function checkType(log: ProblemLog, schema: JsonObject, value: JsonValue): boolean {
  const { type } = schema;
  if (typeof type !== 'string' || type === '' || isOfType(type, value)) return true;
  wrongType(log, TYPES[type] ?? type, value);
  return false;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'an integer',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
};

function wrongType(log: ProblemLog, takes: string, value: JsonValue): void {
  const quoted = takes === 'text' && (typeof value === 'number' || typeof value === 'boolean');
  log.add('wrong-type', {
    says: `has ${describeType(value)} in \`${log.where()}\`, which takes ${takes}`,
    label: `${log.where()} is ${isShown(value) ? showValue(value) : describeType(value)}`,
    help: [quoted ? `write \`${log.fieldName()}: "${String(value)}"\`` : `write ${takes}`],
  });
}

/** `allOf`, `anyOf`, `oneOf` and `not` hold conditions on the value, and no fields of their own. */
function checkAlternatives({ log, version }: CustomWalk, schema: JsonObject, value: JsonValue): void {
  const report = (says: string, help: string): void =>
    log.add('bad-format', {
      says: `has a value in \`${log.where()}\` that ${says}`,
      label: `${log.where()} is ${isShown(value) ? showValue(value) : describeType(value)}`,
      help: [help],
    });
  const any = schemaList(schema.anyOf);
  if (any.length > 0 && !any.some((each) => matchesSchema(each, value, version))) {
    report(
      'meets none of the alternatives of its schema (`anyOf`)',
      `write it as one of them: ${alternatives(any)}`,
    );
  }
  const one = schemaList(schema.oneOf);
  const met = one.filter((each) => matchesSchema(each, value, version)).length;
  if (one.length > 0 && met !== 1) {
    report(
      `meets ${met === 0 ? 'none' : String(met)} of the alternatives of its schema, which wants exactly one (\`oneOf\`)`,
      `write it as one of them: ${alternatives(one)}`,
    );
  }
  if (schemaList(schema.allOf).some((each) => !matchesSchema(each, value, version))) {
    report(
      'does not meet all conditions of its schema (`allOf`)',
      `meet all of them: ${alternatives(schemaList(schema.allOf))}`,
    );
  }
  if (isJsonObject(schema.not) && matchesSchema(schema.not, value, version)) {
    report('its schema excludes (`not`)', `write what is not ${alternatives([schema.not])}`);
  }
}

function alternatives(schemas: readonly JsonObject[]): string {
  return schemas.map((schema) => `\`${showValue(schema)}\``).join(', ');
}

function describeSchema(schema: JsonObject | 'anything' | undefined): string {
  if (schema === undefined || schema === 'anything') return '';
  const values = Array.isArray(schema.enum) ? (schema.enum as readonly JsonValue[]) : [];
  if (values.length > 0) return `, one of ${values.map((value) => `\`${showValue(value)}\``).join(', ')}`;
  return typeof schema.type === 'string' ? `: ${TYPES[schema.type] ?? schema.type}` : '';
}
