import { type FieldSteps } from '../../field-step';
import { type ErrorOptions, type ObjectView } from '../../object-view';

/** validatePathNoBacksteps in pkg/apis/core/validation/validation.go: no `..` in a path. */
export function refuseBacksteps(
  owner: ObjectView,
  steps: FieldSteps,
  path: string,
  options: ErrorOptions = {},
): void {
  if (!path.includes('..') || !path.split('/').includes('..')) return;
  owner.invalid(steps, "must not contain '..'", { value: path, ...options });
}

/** validateLocalDescendingPath: a path that stays below where it begins. */
export function validateDescendingPath(
  owner: ObjectView,
  steps: FieldSteps,
  path: string,
  options: ErrorOptions = {},
): void {
  if (path.startsWith('/')) {
    owner.invalid(steps, 'must be a relative path', {
      value: path,
      help: `write \`${path.replace(/^\/+/, '')}\``,
      ...options,
    });
  }
  refuseBacksteps(owner, steps, path, options);
}

/** ValidateLocalNonReservedPath: the same, with no name of the kubelet's own, which begin with `..`. */
export function validateLocalPath(
  owner: ObjectView,
  steps: FieldSteps,
  path: string,
  options: ErrorOptions = {},
): void {
  validateDescendingPath(owner, steps, path, options);
  if (path.startsWith('..') && !path.startsWith('../')) {
    owner.invalid(steps, "must not start with '..'", { value: path, ...options });
  }
}
