import { type JsonObject } from '../../model/json-value';
import { type SchemaOptions } from './schema-options';
import { type SchemaProblem } from './schema-problem';
import { SchemaValidator } from './schema-validator';

/**
 * What the schema of its kind says of an object: all that the API server's strict decoder refuses, required fields
 * and listed values, and what is deprecated or not of that version. Pure; the problems are in the order of the
 * object's fields.
 *
 * @example
 * const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { container: [] } };
 * validateSchema(pod, { version: '1.35' })[0]?.says; // 'has the unknown field `spec.container`'
 */
export function validateSchema(object: JsonObject, options: SchemaOptions): readonly SchemaProblem[] {
  return new SchemaValidator(options).validate(object);
}
