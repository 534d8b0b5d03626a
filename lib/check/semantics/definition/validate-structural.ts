import { isJsonObject } from '../../../model/json-object';
import { refusedPattern } from '../../schema/crd/pattern/refused-pattern';
import { formatServerPath } from '../field-step';
import { type ObjectView } from '../object-view';
import { clausesOf, isSet, schemasIn } from './schema-view';

/** Where a schema stands, which decides how the lack of its type is put. */
type Level = 'root' | 'item' | 'field';

const NO_TYPE: Readonly<Record<Level, string>> = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
};

/** What NewStructural does not read, and says of it (pkg/apiserver/schema/convert.go). */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  id: 'id',
  $schema: 'schema',
  $ref: '$ref',
  patternProperties: 'patternProperties',
  dependencies: 'dependencies',
  additionalItems: 'additionalItems',
  definitions: 'definitions',
};

/** Why no structural schema can be made of a schema; undefined when one can (NewStructural). */
export function isConvertible(schema: ObjectView): string | undefined {
  for (const [field, name] of Object.entries(UNSUPPORTED)) {
    const additional = field === 'additionalItems' && schema.has(field);
    if (additional || isSet(schema, field)) return `OpenAPIV3Schema '${name}' is not supported`;
  }
  if (schema.optionalFlag('x-kubernetes-preserve-unknown-fields') === false) {
    return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  }
  if (schema.list('items').length > 0) return "OpenAPIV3Schema 'items' must be a schema, but is an array";
  for (const inner of innerSchemas(schema)) {
    const reason = isConvertible(inner);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function innerSchemas(schema: ObjectView): readonly ObjectView[] {
  const { additionalProperties } = schema.value;
  return [
    ...clausesOf(schema),
    ...schemasIn(schema, 'properties').map(([, property]) => property),
    ...(schema.object('items') === undefined ? [] : [schema.struct('items')]),
    ...(isJsonObject(additionalProperties) ? [schema.struct('additionalProperties')] : []),
  ];
}

/** ValidateStructural in pkg/apiserver/schema/validation.go of k8s.io/apiextensions-apiserver. */
export function validateStructural(schema: ObjectView): void {
  validateInvariants(schema, 'root');
  for (const clause of clausesOf(schema)) validateCompleteness(clause, schema, schema);
}

/** validateStructuralInvariants. */
function validateInvariants(schema: ObjectView, level: Level): void {
  const type = schema.text('type');
  const items = schema.object('items');
  const embedded = schema.flag('x-kubernetes-embedded-resource');
  const intOrString = schema.flag('x-kubernetes-int-or-string');
  const preserved = schema.flag('x-kubernetes-preserve-unknown-fields');
  const properties = schemasIn(schema, 'properties');
  if (type === 'array' && items === undefined) schema.required('items', 'must be specified');
  if (items !== undefined) validateInvariants(items, 'item');
  for (const [, property] of properties) validateInvariants(property, 'field');
  if (schema.has('additionalProperties')) {
    if (level === 'root') schema.forbidden('additionalProperties', 'must not be used at the root');
    const additional = schema.object('additionalProperties');
    if (additional !== undefined) validateInvariants(additional, 'field');
  }
  if (intOrString && preserved) {
    schema.invalid(
      'x-kubernetes-preserve-unknown-fields',
      'must be false if x-kubernetes-int-or-string is true',
    );
  }
  if (intOrString && embedded) {
    schema.invalid('x-kubernetes-embedded-resource', 'must be false if x-kubernetes-int-or-string is true');
  }
  const [firstOfAll] = schema.objects('allOf');
  validateClauses(schema, isIntOrString(schema), firstOfAll !== undefined && isIntOrString(firstOfAll));

  if (embedded && type !== 'object') {
    const detail = 'must be object if x-kubernetes-embedded-resource is true';
    if (type === '') schema.required('type', detail);
    else schema.invalid('type', detail);
  } else if (type === '' && !intOrString && !preserved) schema.required('type', NO_TYPE[level]);
  if (embedded && schema.has('additionalProperties')) {
    schema.forbidden('additionalProperties', 'must not be used if x-kubernetes-embedded-resource is set');
  }
  if (level === 'root' && type !== '' && type !== 'object')
    schema.invalid('type', 'must be object at the root');
  validateMeta(properties, level, embedded);
  if (embedded && !preserved && properties.length === 0) {
    schema.required(
      'properties',
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
    );
  }
}

/** The fields that every object has are not for a schema to change. */
function validateMeta(
  properties: readonly (readonly [string, ObjectView])[],
  level: Level,
  embedded: boolean,
): void {
  const isObject = level === 'root' || embedded;
  for (const [name, property] of properties) {
    const type = property.text('type');
    if ((name === 'kind' || name === 'apiVersion') && isObject && type !== 'string') {
      property.invalid('type', 'must be string', { value: type });
    }
    if (name !== 'metadata') continue;
    if (isObject && type !== 'object') property.invalid('type', 'must be object', { value: type });
    if (level === 'root' && restrictsMore(property)) {
      property.forbidden(
        [],
        'must not specify anything other than name and generateName, but metadata is implicitly specified',
      );
    }
  }
}

function restrictsMore(metadata: ObjectView): boolean {
  const names = metadata.entries('properties').map(([name]) => name);
  if (names.some((name) => name !== 'name' && name !== 'generateName')) return true;
  return Object.keys(metadata.value).some(
    (field) =>
      !IGNORED.has(field) &&
      // A structural schema holds these since 1.36 (newGenerics).
      (metadata.validation.since('1.36') || (field !== 'example' && field !== 'externalDocs')) &&
      (isSet(metadata, field) || Array.isArray(metadata.raw(field))),
  );
}

const IGNORED: ReadonlySet<string> = new Set(['type', 'default', 'properties']);

/** `anyOf: [{ type: integer }, { type: string }]`, and nothing else in either. */
function isIntOrString(schema: ObjectView): boolean {
  const types = schema.objects('anyOf').map(({ value }) => JSON.stringify(value));
  return types.length === 2 && types[0] === '{"type":"integer"}' && types[1] === '{"type":"string"}';
}

/** validateValueValidation. */
function validateClauses(schema: ObjectView, skipAnyOf: boolean, skipFirstAllOf: boolean): void {
  if (!skipAnyOf) for (const clause of schema.objects('anyOf')) validateClause(clause, false);
  schema.objects('allOf').forEach((clause, index) => validateClause(clause, skipFirstAllOf && index === 0));
  for (const clause of schema.objects('oneOf')) validateClause(clause, false);
  const not = schema.object('not');
  if (not !== undefined) validateClause(not, false);
  const pattern = schema.text('pattern');
  const refused = refusedPattern(pattern);
  if (refused !== undefined) {
    schema.invalid(
      'pattern',
      `must be a valid regular expression, but isn't: error parsing regexp: ${refused}`,
      {
        help: 'write it as Go does (https://github.com/google/re2/wiki/Syntax), which looks neither ahead nor behind; or write a rule in `x-kubernetes-validations`',
      },
    );
  }
}

/** What a clause may not have, and how that is put. */
const FORBIDDEN: readonly (readonly [field: string, detail: string])[] = [
  ['type', 'must be empty to be structural'],
  ['additionalProperties', 'must be undefined to be structural'],
  ['default', 'must be undefined to be structural'],
  ['title', 'must be empty to be structural'],
  ['description', 'must be empty to be structural'],
  ['nullable', 'must be false to be structural'],
  ['x-kubernetes-preserve-unknown-fields', 'must be false to be structural'],
  ['x-kubernetes-embedded-resource', 'must be false to be structural'],
  ['x-kubernetes-int-or-string', 'must be false to be structural'],
  ['x-kubernetes-list-map-keys', 'must be empty to be structural'],
  ['x-kubernetes-list-type', 'must be undefined to be structural'],
  ['x-kubernetes-map-type', 'must be undefined to be structural'],
  ['x-kubernetes-validations', 'must be empty to be structural'],
];

/** validateNestedValueValidation. */
function validateClause(clause: ObjectView, skipAnyOf: boolean): void {
  validateClauses(clause, skipAnyOf, false);
  const items = clause.object('items');
  if (items !== undefined) validateClause(items, false);
  const properties = schemasIn(clause, 'properties');
  for (const [, property] of properties) validateClause(property, false);
  for (const [field, detail] of FORBIDDEN) {
    const given = field === 'default' ? clause.has(field) : isSet(clause, field);
    if (given) clause.forbidden(field, detail);
  }
  const metadata = properties.find(([name]) => name === 'metadata');
  metadata?.[1].forbidden([], 'must not be specified in a nested context');
}

/** validateNestedValueValidationCompleteness: what a clause says something of is there. */
function validateCompleteness(clause: ObjectView, schema: ObjectView, at: ObjectView): void {
  for (const inner of clausesOf(clause)) validateCompleteness(inner, schema, at);
  const items = clause.object('items');
  if (items !== undefined) {
    const own = schema.object('items');
    if (own === undefined) at.required('items', definedIn(items));
    else validateCompleteness(items, own, own);
  }
  const known = new Map(schemasIn(schema, 'properties'));
  for (const [name, property] of schemasIn(clause, 'properties')) {
    const own = known.get(name);
    if (own === undefined) at.required(['properties', { key: name }], definedIn(property));
    else validateCompleteness(property, own, own);
  }
}

const definedIn = (clause: ObjectView): string =>
  `because it is defined in ${formatServerPath(clause.named)}`;
