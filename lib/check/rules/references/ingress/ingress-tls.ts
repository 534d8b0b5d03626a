import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type ObjectEntry } from '../../../../model/object-entry';
import { ingressClass } from '../ports/ingress-backends';

/** A Secret that an Ingress takes a certificate from. */
export interface IngressTls {
  readonly secret: string;
  /** JSON pointer of its name. */
  readonly path: string;
  readonly hosts: readonly string[];
}

const NONE: readonly IngressTls[] = [];

/** The entries of `spec.tls` that name a Secret of the namespace; none for a controller that does not look at them. */
export function ingressTls({ object }: ObjectEntry): readonly IngressTls[] {
  const list = listField(objectField(object, 'spec'), 'tls');
  if (list.length === 0 || ingressClass(object) === 'alb') return NONE;
  return list.flatMap((entry, index) => {
    if (!isJsonObject(entry)) return [];
    const secret = textField(entry, 'secretName');
    // With a slash it is one of another namespace, which some controllers understand.
    if (secret === undefined || secret.includes('/')) return [];
    const hosts = listField(entry, 'hosts').filter((host) => typeof host === 'string');
    return [{ secret, path: jsonPointer('/spec/tls', index, 'secretName'), hosts }];
  });
}
