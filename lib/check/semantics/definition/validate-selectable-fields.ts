import { type ObjectView } from '../object-view';
import { schemasIn } from './schema-view';

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
  const seen = new Set<string>();
  fields.forEach((each, index) => {
    const field = each.namedAs([...named.named, 'selectableFields', index]);
    const path = field.text('jsonPath');
    if (path === '') {
      field.required('jsonPath');
      return;
    }
    const found = path.startsWith('.') ? schemaAt(schema, path.slice(1).split('.')) : undefined;
    if (found === undefined) {
      field.invalid('jsonPath', 'is an invalid path: does not refer to a valid field');
      return;
    }
    if (path.startsWith('.metadata')) field.invalid('jsonPath', 'must not point to fields in metadata');
    if (!TYPES.has(found.text('type'))) {
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

function schemaAt(schema: ObjectView, names: readonly string[]): ObjectView | undefined {
  let at: ObjectView | undefined = schema;
  for (const name of names)
    at = at === undefined ? undefined : new Map(schemasIn(at, 'properties')).get(name);
  return at;
}
