import { type ObjectRef } from '../diagnostics/diagnostic';
import { objectField, textField } from '../model/json-object';
import { type ObjectEntry } from '../model/object-entry';

/** ``Service `shop/cart` ``, as titles name an object. What a broken object lacks is left out. */
export function objectTitle(entry: ObjectEntry): string {
  const kind = entry.kind === '' ? 'object' : entry.kind;
  return nameOf(entry) === '' ? kind : `${kind} \`${objectName(entry)}\``;
}

/** `shop/cart`, or the name alone for what lives in no namespace. */
export function objectName(entry: ObjectEntry): string {
  const name = nameOf(entry);
  return entry.namespace === '' ? name : `${entry.namespace}/${name}`;
}

/** With a star for what the API server adds to `generateName`. */
function nameOf({ name, object }: ObjectEntry): string {
  if (name !== '') return name;
  const prefix = textField(objectField(object, 'metadata'), 'generateName') ?? '';
  return prefix === '' ? '' : `${prefix}*`;
}

/** The object as diagnostics refer to it. */
export function objectRef({ kind, namespace, name }: ObjectEntry): ObjectRef {
  return namespace === '' ? { kind, name } : { kind, namespace, name };
}
