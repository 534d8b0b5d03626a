import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { oncePer } from '../../../../model/once-per';

/** A path of a rule of an Ingress, or its default backend. */
export interface IngressPath {
  /** JSON pointer of the path, or of the default backend. */
  readonly pointer: string;
  /** Empty for all hosts. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  /** Where it leads, as it is written. */
  readonly backend: JsonObject | undefined;
}

/** What an Ingress without rules sends to its default backend. */
const DEFAULT = 'default';

/**
 * Every path of an Ingress, rule by rule. The default backend of one without rules is for all requests that nobody else
 * claims; beside rules it is for those of the same hosts, and no claim.
 */
export const ingressPaths = oncePer(({ object }: ObjectEntry): readonly IngressPath[] => {
  const spec = objectField(object, 'spec');
  const rules = listField(spec, 'rules');
  const backend = objectField(spec, 'defaultBackend');
  if (backend !== undefined && rules.length === 0) {
    return [{ pointer: '/spec/defaultBackend', host: '', path: '', pathType: DEFAULT, backend }];
  }
  const paths: IngressPath[] = [];
  rules.forEach((rule, i) => {
    if (!isJsonObject(rule)) return;
    const host = textField(rule, 'host') ?? '';
    listField(objectField(rule, 'http'), 'paths').forEach((written, j) => {
      if (!isJsonObject(written)) return;
      paths.push({
        pointer: jsonPointer('/spec/rules', i, 'http', 'paths', j, 'path'),
        host,
        path: textField(written, 'path') ?? '/',
        pathType: textField(written, 'pathType') ?? 'ImplementationSpecific',
        backend: objectField(written, 'backend'),
      });
    });
  });
  return paths;
});

/**
 * The same for two paths of one host that match the same requests and go before each other by nothing: Exact goes before
 * Prefix, and the longer prefix before the shorter. A slash at the end of a prefix does not count.
 *
 * Upstream: the description of `pathType`, staging/src/k8s.io/api/networking/v1/types.go.
 */
export function matchKey({ host, path, pathType }: IngressPath): string {
  const same = pathType === 'Prefix' && path !== '/' ? path.replace(/\/+$/, '') : path;
  return `${host}\0${pathType}\0${same === '' ? '/' : same}`;
}

/** ``shop.example.com/cart` (Prefix)``; all hosts are `*`. */
export function showPath({ host, path, pathType }: IngressPath): string {
  if (pathType === DEFAULT) return 'the default backend';
  return `\`${host === '' ? '*' : host}${path}\` (${pathType})`;
}

/** Whether two paths of one namespace lead to the same Service and port, or to the same resource. */
export function haveSameBackend(one: IngressPath, other: IngressPath): boolean {
  return backendKey(one.backend) === backendKey(other.backend);
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
