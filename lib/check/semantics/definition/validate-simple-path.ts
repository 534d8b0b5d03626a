import { type ErrorOptions, type ObjectView } from '../object-view';

/**
 * validateSimpleJSONPath in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver.
 *
 * @returns Whether it is a path.
 */
export function validateSimplePath(owner: ObjectView, field: string, options: ErrorOptions): boolean {
  if (owner.text(field).startsWith('.')) return true;
  owner.invalid(field, 'must be a simple json path starting with .', {
    help: `write \`${field}: .${owner.text(field)}\``,
    ...options,
  });
  return false;
}
