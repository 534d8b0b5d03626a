import { isJsonObject } from '../../../model/json-object';
import { type ObjectView } from '../object-view';
import { schemasIn, clausesOf, isSet } from './schema-view';
import { validateListSchema } from './validate-list-schema';
import { validateSchemaRules } from './validate-schema-rules';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const META: ReadonlySet<string> = new Set(['metadata', 'kind', 'apiVersion']);

/** What is not supported anywhere in a schema. */
const UNSUPPORTED = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'];

/** What holds of schemas within. */
interface Within {
  /** Why there may be no default; undefined where there may. */
  readonly noDefault?: string;
  /** Whether it is a schema of `metadata`, `kind` or `apiVersion`, or in one. */
  readonly ofMeta?: boolean;
}

/**
 * ValidateCustomResourceDefinitionOpenAPISchema in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. Rules in
 * CEL are not compiled.
 */
export function validateOpenApiSchema(schema: ObjectView, within: Within = {}, isRoot = true): void {
  validateStandard(schema, within);
  if (schema.flag('uniqueItems')) {
    schema.forbidden(
      'uniqueItems',
      'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
    );
  }
  const properties = schemasIn(schema, 'properties');
  const additional = schema.raw('additionalProperties');
  if (additional !== undefined) {
    if (properties.length > 0 && additional !== true) {
      schema.forbidden('additionalProperties', 'additionalProperties and properties are mutual exclusive', {
        help: 'name the fields in `properties`, or let there be any of one schema',
      });
    }
    if (isJsonObject(additional)) {
      const below =
        within.ofMeta === true
          ? { ...within, noDefault: 'inside additionalProperties applying to object metadata' }
          : within;
      validateOpenApiSchema(schema.struct('additionalProperties'), below, false);
    }
  }
  for (const [name, property] of properties) {
    const isMeta = META.has(name) && (isRoot || schema.flag('x-kubernetes-embedded-resource'));
    const below = isMeta
      ? { ...within, ofMeta: true, ...(isRoot && { noDefault: `in top-level ${name}` }) }
      : within;
    validateOpenApiSchema(property, below, false);
  }
  for (const clause of clausesOf(schema)) validateOpenApiSchema(clause, within, false);
  for (const [, each] of schemasIn(schema, 'definitions')) validateOpenApiSchema(each, within, false);
  const items = schema.object('items');
  if (items !== undefined) validateOpenApiSchema(items, within, false);
  if (schema.list('items').length > 0) {
    for (const item of schema.objects('items')) validateOpenApiSchema(item, within, false);
  }
  for (const [, each] of schemasIn(schema, 'dependencies')) validateOpenApiSchema(each, within, false);
  validateExtensions(schema);
  validateListSchema(schema);
  validateSchemaRules(schema);
}

/** The validator of OpenAPI v3 (specStandardValidatorV3). */
function validateStandard(schema: ObjectView, { noDefault, ofMeta }: Within): void {
  const type = schema.text('type');
  if (type !== '' && !TYPES.includes(type)) schema.notSupported('type', TYPES);
  if (schema.has('default') && noDefault !== undefined) {
    schema.forbidden('default', `must not be set ${noDefault}`);
  }
  for (const field of UNSUPPORTED) {
    const given = field === '$ref' || field === 'additionalItems' || field === 'dependencies';
    if (given ? schema.has(field) : isSet(schema, field))
      schema.forbidden(field, `${field} is not supported`);
  }
  if (type === 'null') {
    schema.forbidden('type', 'type cannot be set to null, use nullable as an alternative');
  }
  if (schema.list('items').length > 0) {
    schema.forbidden('items', 'items must be a schema object and not an array');
  }
  if (ofMeta === true && schema.flag('x-kubernetes-embedded-resource')) {
    schema.forbidden('x-kubernetes-embedded-resource', 'must not be used inside of resource meta');
  }
}

function validateExtensions(schema: ObjectView): void {
  if (schema.optionalFlag('x-kubernetes-preserve-unknown-fields') === false) {
    schema.invalid('x-kubernetes-preserve-unknown-fields', 'must be true or undefined', {
      help: 'leave it out: unknown fields are dropped unless it is true',
    });
  }
  const mapType = schema.optionalText('x-kubernetes-map-type');
  if (mapType === undefined) return;
  const type = schema.text('type');
  const detail = 'must be object if x-kubernetes-map-type is specified';
  if (type === '') schema.required('type', detail);
  else if (type !== 'object') schema.invalid('type', detail);
  if (mapType !== 'atomic' && mapType !== 'granular') {
    schema.notSupported('x-kubernetes-map-type', ['atomic', 'granular']);
  }
}
