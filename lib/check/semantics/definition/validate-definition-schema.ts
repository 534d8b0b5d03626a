import { type ObjectView } from '../object-view';
import { isSet } from './schema-view';
import { isConvertible, validateStructural } from './validate-structural';
import { validateDefaults } from './validate-defaults';
import { validateOpenApiSchema } from './validate-open-api-schema';

/** What may stand at the root when the status is a subresource: its schema is taken out of `properties`. */
const BESIDE_STATUS: ReadonlySet<string> = new Set([
  'description',
  'type',
  'format',
  'title',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'multipleOf',
  'required',
  'items',
  'properties',
  'externalDocs',
  'example',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-validations',
]);

/** validateCustomResourceDefinitionValidation in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export function validateDefinitionSchema(validation: ObjectView | undefined, statusEnabled: boolean): void {
  const schema = validation?.object('openAPIV3Schema');
  if (schema === undefined) return;
  const { errors } = schema.validation;
  const before = errors.length;
  if (statusEnabled) validateRoot(schema);
  if (schema.flag('nullable')) schema.forbidden('nullable', 'nullable cannot be true at the root');
  const reason = isConvertible(schema);
  if (reason === undefined) {
    const start = errors.length;
    validateStructural(schema);
    if (errors.length === start) validateDefaults(schema);
  }
  validateOpenApiSchema(schema);
  if (reason !== undefined && errors.length === before) schema.invalid([], reason, { value: '' });
}

function validateRoot(schema: ObjectView): void {
  const type = schema.text('type');
  if (type !== '' && type !== 'object') {
    schema.invalid(
      'type',
      'only "object" is allowed as the type at the root of the schema if the status subresource is enabled',
    );
    return;
  }
  const odd = Object.keys(schema.value).find((field) => !BESIDE_STATUS.has(field) && isSet(schema, field));
  if (odd === undefined) return;
  schema.invalid(
    [],
    'only some fields are allowed at the root of the schema if the status subresource is enabled',
    {
      at: odd,
      help: `remove \`${odd}\` from the root, or the subresource`,
    },
  );
}
