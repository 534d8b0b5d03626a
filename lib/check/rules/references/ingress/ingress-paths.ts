import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';

/** A path of a rule of an Ingress, or its default backend. */
export interface IngressPath {
  /** JSON pointer of the path, or of the default backend. */
  readonly pointer: string;
  /** Empty for all hosts. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  /** Where it leads, for comparison within a namespace. */
  readonly backend: string;
}

/** What an Ingress without rules sends to its default backend. */
const DEFAULT = 'default';

/**
 * Every path of an Ingress, rule by rule. The default backend of one without rules is for all requests that nobody else
 * claims; beside rules it is for those of the same hosts, and no claim.
 */
export function ingressPaths({ object }: ObjectEntry): readonly IngressPath[] {
  const spec = objectField(object, 'spec');
  const backend = objectField(spec, 'defaultBackend');
  if (backend !== undefined && listField(spec, 'rules').length === 0) {
    const pointer = '/spec/defaultBackend';
    return [{ pointer, host: '', path: '', pathType: DEFAULT, backend: backendKey(backend) }];
  }
  return listField(spec, 'rules').flatMap((rule, i) => {
    if (!isJsonObject(rule)) return [];
    const host = textField(rule, 'host') ?? '';
    return listField(objectField(rule, 'http'), 'paths').flatMap((written, j) => {
      if (!isJsonObject(written)) return [];
      return [
        {
          pointer: jsonPointer('/spec/rules', i, 'http', 'paths', j, 'path'),
          host,
          path: textField(written, 'path') ?? '/',
          pathType: textField(written, 'pathType') ?? 'ImplementationSpecific',
          backend: backendKey(objectField(written, 'backend')),
        },
      ];
    });
  });
}

/**
 * The same for two paths of one host that match the same requests and go before each other by nothing: Exact goes before
 * Prefix, and the longer prefix before the shorter. A slash at the end of a prefix does not count.
 *
 * Upstream: the description of `pathType`, staging/src/k8s.io/api/networking/v1/types.go.
 */
export function matchKey({ host, path, pathType }: IngressPath): string {
  const same = pathType === 'Prefix' && path !== '/' ? path.replace(/\/+$/, '') : path;
  return JSON.stringify([host, pathType, same === '' ? '/' : same]);
}

/** ``shop.example.com/cart` (Prefix)``; all hosts are `*`. */
export function showPath({ host, path, pathType }: IngressPath): string {
  if (pathType === DEFAULT) return 'the default backend';
  return `\`${host === '' ? '*' : host}${path}\` (${pathType})`;
}

function backendKey(backend: JsonObject | undefined): string {
  const service = objectField(backend, 'service');
  const port = objectField(service, 'port');
  const resource = objectField(backend, 'resource');
  return JSON.stringify([
    textField(service, 'name'),
    port?.number,
    port?.name,
    textField(resource, 'kind'),
    textField(resource, 'name'),
  ]);
}
