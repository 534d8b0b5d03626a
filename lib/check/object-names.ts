import { type ObjectRef } from '../diagnostics/diagnostic';
import { type ObjectEntry } from '../model/object-entry';

/** ``Service `shop/cart` ``, as titles name an object. What a broken object lacks is left out. */
export function objectTitle(entry: ObjectEntry): string {
  const kind = entry.kind === '' ? 'object' : entry.kind;
  return entry.name === '' ? kind : `${kind} \`${objectName(entry)}\``;
}

/** `shop/cart`, or the name alone for what lives in no namespace. */
export function objectName({ namespace, name }: ObjectEntry): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** The object as diagnostics refer to it. */
export function objectRef({ kind, namespace, name }: ObjectEntry): ObjectRef {
  return namespace === '' ? { kind, name } : { kind, namespace, name };
}
