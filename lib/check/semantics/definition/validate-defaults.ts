import { isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { parseJsonPointer } from '../../../model/json-pointer';
import { ProblemLog } from '../../schema/problem-log';
import { type SchemaProblemKind } from '../../schema/schema-problem';
import { validateCustom } from '../../schema/crd/validate-custom';
import { type FieldErrorType } from '../field-error';
import { type FieldStep } from '../field-step';
import { type ObjectView } from '../object-view';
import { readSchema, type SchemaNode } from './schema-node';

const META_FIELDS: ReadonlySet<string> = new Set(['metadata', 'kind', 'apiVersion']);

const SCHEMA_TYPES: ReadonlySet<string> = new Set([
  'array',
  'boolean',
  'integer',
  'number',
  'object',
  'string',
]);

/**
 * Whether the defaults of a schema meet it: ValidateDefaults in
 * k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go. Rules in CEL are not run over them, and the
 * metadata of objects within is not looked at.
 */
export function validateDefaults(root: ObjectView): void {
  validateBelow(readSchema(root), true, false);
}

function validateBelow(node: SchemaNode, isResource: boolean, around: boolean): void {
  const isEmbedded = isResource || node.view.flag('x-kubernetes-embedded-resource');
  const inMeta = around && !isEmbedded;
  if (node.view.has('default')) validateDefault(node, inMeta);
  if (node.items !== undefined) validateBelow(node.items, false, inMeta);
  for (const [name, property] of node.properties) {
    validateBelow(property, false, inMeta || (isEmbedded && META_FIELDS.has(name)));
  }
}

function validateDefault({ view, type, value: schema }: SchemaNode, inMeta: boolean): void {
  const value = view.raw('default');
  if (value === undefined) return;
  if (!inMeta && hasUnknownFields(schema, value)) {
    view.invalid('default', 'must not have unknown fields', {
      help: 'leave out what the schema does not have, or write the fields into the schema',
    });
  }
  if (type !== '' && !SCHEMA_TYPES.has(type)) {
    view.add('type-invalid', 'default', `in body must be of type ${type}`, {
      at: 'type',
      echo: true,
    });
    return;
  }
  // Objects in place of something else pass.
  if (isJsonObject(value) && type !== 'object') return;
  const log = new ProblemLog();
  log.path.push('default');
  validateCustom({ log, version: view.validation.version }, schema, value, false);
  for (const { kind, severity, pointer, help } of log.problems) {
    const said = SAYINGS[kind];
    if (said === undefined || severity !== undefined) continue;
    const steps = stepsTo(view.value, pointer);
    const [errorType, detail] = said;
    view.add(errorType, steps, detail, { value: view.at(steps), help });
  }
}

/** What the server says of what the schema's rules find in a value, in short; what it does not say of defaults is left out. */
const SAYINGS: Partial<Readonly<Record<SchemaProblemKind, readonly [FieldErrorType, string]>>> = {
  'missing-field': ['required', ''],
  'wrong-type': ['type-invalid', 'in body must be of the type of its schema'],
  'unlisted-value': ['not-supported', ''],
  'out-of-range': ['invalid', 'in body should be within the bounds of its schema'],
  'bad-format': ['invalid', 'in body should meet its schema'],
};

/** A JSON pointer as steps: list indexes are numbers. */
function stepsTo(from: JsonValue, pointer: string): readonly FieldStep[] {
  let at: JsonValue | undefined = from;
  return parseJsonPointer(pointer).map((token) => {
    const step = Array.isArray(at) ? Number(token) : token;
    at =
      typeof at === 'object' && at !== null ? (at as Readonly<Record<string, JsonValue>>)[token] : undefined;
    return step;
  });
}

/** Whether pruning would take something away: Prune in pkg/apiserver/schema/pruning/algorithm.go. */
function hasUnknownFields(schema: JsonObject | undefined, value: JsonValue): boolean {
  if (Array.isArray(value)) {
    const items = isJsonObject(schema?.items) ? schema.items : undefined;
    const keeps = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
    return !keeps && (value as readonly JsonValue[]).some((item) => hasUnknownFields(items, item));
  }
  if (!isJsonObject(value)) return false;
  const keeps = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  const properties = isJsonObject(schema?.properties) ? schema.properties : {};
  return Object.entries(value).some(([name, child]) => {
    if (schema?.['x-kubernetes-embedded-resource'] === true && META_FIELDS.has(name)) return false;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (isJsonObject(property)) return hasUnknownFields(property, child);
    const additional = schema?.additionalProperties;
    if (isJsonObject(additional)) return hasUnknownFields(additional, child);
    if (additional === true) return hasUnknownFields(undefined, child);
    return !keeps;
  });
}
