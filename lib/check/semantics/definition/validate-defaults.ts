import { isJsonObject } from '../../../model/json-object';
import { validateCustom } from '../../schema/crd/validate-custom';
import { ProblemLog } from '../../schema/problem-log';
import { type ObjectView } from '../object-view';
import { schemasIn } from './schema-view';

const TYPES: ReadonlySet<string> = new Set(['array', 'boolean', 'integer', 'number', 'object', 'string']);

/** ValidateDefaults in pkg/apiserver/schema/defaulting of k8s.io/apiextensions-apiserver: a default is of its schema. It does not look below
 * additionalProperties. */
export function validateDefaults(schema: ObjectView): void {
  const value = schema.raw('default');
  const type = schema.text('type');
  // Objects in place of something else pass.
  const isLetPass = isJsonObject(value) && type !== 'object';
  if (value !== undefined && type !== '' && !TYPES.has(type))
    schema.invalid('default', `must be of type ${type}`);
  else if (value !== undefined && !isLetPass) {
    const log = new ProblemLog();
    validateCustom({ log, version: schema.validation.version }, schema.value, value, false);
    for (const { says } of log.problems) schema.invalid('default', says);
  }
  const items = schema.object('items');
  if (items !== undefined) validateDefaults(items);
  for (const [, property] of schemasIn(schema, 'properties')) validateDefaults(property);
}
