import { isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';
import { type SchemaNode } from './schema-node';

const IN_WORDS: readonly (readonly [field: string, name: string])[] = [
  ['id', 'id'],
  ['$schema', 'schema'],
  ['$ref', '$ref'],
  ['patternProperties', 'patternProperties'],
  ['dependencies', 'dependencies'],
  ['additionalItems', 'additionalItems'],
  ['definitions', 'definitions'],
];

/**
 * Why a schema cannot be read as a structural one, undefined when it can: NewStructural in
 * k8s.io/apiextensions-apiserver/pkg/apiserver/schema/convert.go. Whatever else is said of structural schemas is then not said.
 */
export function unsupportedSchema(node: SchemaNode): string | undefined {
  for (const [field, name] of IN_WORDS) {
    const value = node.view.raw(field);
    if (value === undefined || value === '') continue;
    if (field !== 'additionalItems' && isEmpty(value)) continue;
    return `OpenAPIV3Schema '${name}' is not supported`;
  }
  const parts = [...node.allOf, ...node.anyOf, ...node.oneOf, ...node.properties.values()];
  if (node.not !== undefined) parts.push(node.not);
  if (node.items !== undefined) parts.push(node.items);
  if (typeof node.additional === 'object') parts.push(node.additional);
  for (const part of parts) {
    const reason = unsupportedSchema(part);
    if (reason !== undefined) return reason;
  }
  if (node.view.optionalFlag('x-kubernetes-preserve-unknown-fields') === false)
    return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  return node.tuple.length > 0 ? "OpenAPIV3Schema 'items' must be a schema, but is an array" : undefined;
}

const isEmpty = (value: JsonValue): boolean => isJsonObject(value) && Object.keys(value).length === 0;
