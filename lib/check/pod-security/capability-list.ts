import { listField, objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';

/** The capabilities that a container adds or drops, each with its place in the list. */
export function capabilityList(
  securityContext: JsonObject | undefined,
  field: 'add' | 'drop',
): readonly { readonly capability: string; readonly index: number }[] {
  return listField(objectField(securityContext, 'capabilities'), field).flatMap((capability, index) =>
    typeof capability === 'string' ? { capability, index } : [],
  );
}
