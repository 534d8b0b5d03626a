import { jsonPointer } from '../../model/json-pointer';

/** A step into an object: a field, the index of a list, or the key of a map. */
export type FieldStep = string | number | { readonly key: string };

/** One step, or several. */
export type FieldSteps = FieldStep | readonly FieldStep[];

/** The steps as a list. */
export function stepsOf(steps: FieldSteps): readonly FieldStep[] {
  return isList(steps) ? steps : [steps];
}

/**
 * The path as the API server writes it: `spec.ports[0].port`, `spec.hard[limits.cpu]`; empty for the object
 * (Path.String in k8s.io/apimachinery/pkg/util/validation/field/path.go).
 */
export function formatServerPath(steps: readonly FieldStep[]): string {
  let text = '';
  for (const step of steps) {
    if (typeof step === 'number') text += `[${String(step)}]`;
    else if (typeof step === 'object') text += `[${step.key}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** The path as a JSON pointer (RFC 6901). */
export function pointerOf(steps: readonly FieldStep[]): string {
  return jsonPointer('', ...steps.map((step) => (typeof step === 'object' ? step.key : step)));
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(steps: FieldSteps): steps is readonly FieldStep[] {
  return Array.isArray(steps);
}
