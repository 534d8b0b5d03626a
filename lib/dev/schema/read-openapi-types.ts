import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatApiVersion } from '../../model/api-version';
import { type Gvk } from '../openapi-resources';
import { type GoTypes } from './read-go-types';
import { type RawField, type RawSchema } from './raw-type';
import { shortTypeName } from './short-type-name';

interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly Gvk[];
}

/** Types that are no objects on the wire, or whose content the decoder takes as it comes. */
const SCALARS: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'microTime',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'intOrString',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'json',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'json',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'json',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'schemaOrArray',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'schemaOrBool',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'json',
};

/** Enumerations that a pointer holds, of which the API server takes `''` nevertheless: it looks for one value only. */
const EMPTY_IS_UNSET: ReadonlySet<string> = new Set(['storage.v1.StorageClass.reclaimPolicy']);

/**
 * The types of `api/openapi-spec/swagger.json` of a `k8s.io/kubernetes` module. That document leaves out the
 * values of enumerated types and the defaults of list keys, which the Go types have.
 *
 * @throws Error for a construction that the table has no notation for
 */
export function readOpenApiTypes(moduleFolder: string, go: GoTypes): RawSchema {
  const file = join(moduleFolder, 'api/openapi-spec/swagger.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly definitions: Readonly<Record<string, Schema>>;
  };
  const types = new Map<string, Map<string, RawField>>();
  const kinds = new Map<string, string>();
  for (const [name, schema] of Object.entries(document.definitions)) {
    if (Object.hasOwn(SCALARS, name)) continue;
    const short = shortTypeName(name);
    types.set(short, readFields(short, schema, go));
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      // DeleteOptions and WatchEvent belong to every group.
      if (short.endsWith(`.${kind}`)) kinds.set(`${formatApiVersion(group, version)} ${kind}`, short);
    }
  }
  return { types, kinds };
}

function readFields(type: string, schema: Schema, go: GoTypes): Map<string, RawField> {
  const fields = new Map<string, RawField>();
  const required = new Set(schema.required ?? []);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    fields.set(name, {
      shape: shapeOf(`${type}.${name}`, property, enumOf(go, type, name), go),
      required: required.has(name),
      deprecated: /\b(?:Deprecated|DEPRECATED)[:.]/.test(property.description ?? ''),
    });
  }
  return fields;
}

function enumOf(go: GoTypes, type: string, field: string): string | undefined {
  const name = go.enumOf(type, field);
  return EMPTY_IS_UNSET.has(`${type}.${field}`) ? name?.replace('*', '') : name;
}

function shapeOf(where: string, schema: Schema, enumName: string | undefined, go: GoTypes): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/definitions/', '');
    return SCALARS[name] ?? shortTypeName(name);
  }
  if (schema.items !== undefined) {
    return listPrefix(where, schema, go) + shapeOf(where, schema.items, enumName, go);
  }
  if (schema.additionalProperties !== undefined) {
    return `{}${shapeOf(where, schema.additionalProperties, enumName, go)}`;
  }
  const format = schema.format ?? '';
  switch (schema.type) {
    case 'string':
      if (format === 'byte') return 'bytes';
      if (format === '') return enumName ?? 'string';
      break;
    case 'integer':
      return format === 'int32' ? 'int32' : 'int64';
    case 'number':
      return 'double';
    case 'boolean':
      return 'boolean';
    case undefined:
    default:
  }
  throw new Error(`${where}: no notation for type ${String(schema.type)}, format ${format}`);
}

function listPrefix(where: string, schema: Schema, go: GoTypes): string {
  if (schema['x-kubernetes-list-type'] === 'set') return '[=]';
  if (schema['x-kubernetes-list-type'] !== 'map') return '[]';
  const item = shortTypeName((schema.items?.$ref ?? '').replace('#/definitions/', ''));
  const keys = (schema['x-kubernetes-list-map-keys'] ?? []).map((key) => {
    const preset = go.defaultOf(item, key);
    return preset === undefined ? key : `${key}=${preset}`;
  });
  if (keys.length === 0) throw new Error(`${where}: a list map without keys`);
  return `[${keys.join(',')}]`;
}
