import { type ObjectView } from '../object-view';
import { findFieldPath } from './find-field-path';
import { readSchema } from './schema-node';
import { unsupportedSchema } from './unsupported-schema';

const MOST = 8;
const TYPES: ReadonlySet<string> = new Set(['string', 'boolean', 'integer']);

/**
 * ValidateCustomResourceSelectableFields in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. Before 1.31 the
 * server drops them.
 */
export function validateSelectableFields(version: ObjectView, named: ObjectView): void {
  if (!version.validation.since('1.31')) return;
  const fields = version.objects('selectableFields');
  const schema = version.struct('schema').object('openAPIV3Schema');
  if (fields.length === 0) return;
  if (schema === undefined) {
    named.invalid('selectableFields', 'may only be set when a schema is included', { value: '' });
    return;
  }
  const root = readSchema(schema);
  if (unsupportedSchema(root) !== undefined) return;
  const seen = new Set<string>();
  fields.forEach((each, index) => {
    const field = each.namedAs([...named.named, 'selectableFields', index]);
    const path = field.text('jsonPath');
    if (path === '') {
      field.required('jsonPath');
      return;
    }
    const found = findFieldPath(path, root, false);
    if ('problem' in found) {
      field.invalid('jsonPath', `is an invalid path: ${found.problem}`, {
        help: 'start it with a dot, and name fields that the schema has: `.spec.size`',
      });
      return;
    }
    if (found.names[0] === 'metadata') field.invalid('jsonPath', 'must not point to fields in metadata');
    if (found.schema === undefined || !TYPES.has(found.schema.type)) {
      field.invalid(
        'jsonPath',
        'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.',
      );
    }
    if (seen.has(path)) field.duplicate('jsonPath');
    seen.add(path);
  });
  if (seen.size > MOST) named.tooMany('selectableFields', seen.size, MOST);
}
