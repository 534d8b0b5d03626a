import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';

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
export function ingressBackends(ingress: JsonObject): readonly IngressBackend[] {
  const spec = objectField(ingress, 'spec');
  const paths = listField(spec, 'rules').flatMap((rule, i) =>
    listField(isJsonObject(rule) ? objectField(rule, 'http') : undefined, 'paths').flatMap((path, j) =>
      backend(
        objectField(isJsonObject(path) ? path : undefined, 'backend'),
        jsonPointer('/spec/rules', i, 'http', 'paths', j, 'backend'),
      ),
    ),
  );
  return [...backend(objectField(spec, 'defaultBackend'), '/spec/defaultBackend'), ...paths];
}

function backend(holder: JsonObject | undefined, pointer: string): readonly IngressBackend[] {
  const service = objectField(holder, 'service');
  const name = textField(service, 'name');
  if (name === undefined) return [];
  const port = objectField(service, 'port');
  const portName = textField(port, 'name');
  if (portName === IN_ANNOTATION) return [];
  const number = port?.number;
  return [
    {
      pointer: `${pointer}/service`,
      service: name,
      port:
        portName !== undefined
          ? { name: portName }
          : typeof number === 'number' && number !== 0
            ? { number }
            : undefined,
    },
  ];
}

/** The class of an Ingress, by field or by the older annotation; undefined when the cluster's default serves it. */
export function ingressClass(ingress: JsonObject): string | undefined {
  const annotations = objectField(objectField(ingress, 'metadata'), 'annotations');
  return (
    textField(objectField(ingress, 'spec'), 'ingressClassName') ??
    textField(annotations, 'kubernetes.io/ingress.class')
  );
}
