import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { oncePer } from '../../../../model/once-per';

/** The Service and port that a path of an Ingress, or its default backend, leads to. */
export interface IngressBackend {
  /** JSON pointer of the backend's `service`. */
  readonly pointer: string;
  readonly service: string;
  /** The port as it is written; undefined where it is neither a number nor a name. */
  readonly port: IngressPort | undefined;
}

export type IngressPort = { readonly number: number } | { readonly name: string };

/**
 * The port name by which the AWS Load Balancer Controller knows that the service's name is that of an annotation
 * (its docs, guide/ingress/annotations, "actions").
 */
const IN_ANNOTATION = 'use-annotation';

/** The backends of an Ingress that are Services: the default one first, then by rule and path. */
export const ingressBackends = oncePer((ingress: JsonObject): readonly IngressBackend[] => {
  const spec = objectField(ingress, 'spec');
  const backends: IngressBackend[] = [];
  const take = (holder: JsonObject | undefined, pointer: string): void => {
    const backend = backendOf(objectField(holder, 'service'), `${pointer}/service`);
    if (backend !== undefined) backends.push(backend);
  };
  take(objectField(spec, 'defaultBackend'), '/spec/defaultBackend');
  listField(spec, 'rules').forEach((rule, i) => {
    if (!isJsonObject(rule)) return;
    listField(objectField(rule, 'http'), 'paths').forEach((path, j) => {
      if (!isJsonObject(path)) return;
      take(objectField(path, 'backend'), jsonPointer('/spec/rules', i, 'http', 'paths', j, 'backend'));
    });
  });
  return backends;
});

function backendOf(service: JsonObject | undefined, pointer: string): IngressBackend | undefined {
  const name = textField(service, 'name');
  if (name === undefined) return undefined;
  const port = objectField(service, 'port');
  const portName = textField(port, 'name');
  if (portName === IN_ANNOTATION) return undefined;
  return { pointer, service: name, port: portName === undefined ? numbered(port) : { name: portName } };
}

function numbered(port: JsonObject | undefined): IngressPort | undefined {
  const number = port?.number;
  return typeof number === 'number' && number !== 0 ? { number } : undefined;
}

/** The class of an Ingress, by field or by the older annotation; undefined when the cluster's default serves it. */
export function ingressClass(ingress: JsonObject): string | undefined {
  const annotations = objectField(objectField(ingress, 'metadata'), 'annotations');
  return (
    textField(objectField(ingress, 'spec'), 'ingressClassName') ??
    textField(annotations, 'kubernetes.io/ingress.class')
  );
}
