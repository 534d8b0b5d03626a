import { float32Text } from './float32-text';
import * as node from './node';
import { type YamlNode } from './node';
import { isSurelyText, resolvePlain, resolveTagged, type Resolved } from './resolve';
import { TAG_PREFIX } from './scan-tag';

const INT64 = 2n ** 63n;

/** What a scalar stands for, with regard to its quotes and tag. */
export function resolveScalar(scalar: YamlNode): Resolved {
  if (scalar.tag === '') {
    return scalar.plain ? resolvePlain(scalar.value) : { type: 'string', value: scalar.value };
  }
  return resolveTagged(scalar.tag, scalar.value);
}

/**
 * The name of a field, by sigs.k8s.io/yaml (yaml.go, convertToJSONableObject): numbers and booleans
 * become text in their usual form, so that `0x10: a` is the field `16` and `yes: a` the field `true`.
 * Undefined for what cannot be a name: null, collections, integers past 64 bits with sign.
 */
export function keyText(key: YamlNode): string | undefined {
  const scalar = key.kind === node.ALIAS ? key.target : key;
  if (scalar?.kind !== node.SCALAR) return undefined;
  if (scalar.tag === '' && (!scalar.plain || isSurelyText(scalar.value))) return scalar.value;
  const resolved = resolveScalar(scalar);
  switch (resolved.type) {
    case 'string':
      return resolved.value;
    case 'boolean':
      return String(resolved.value);
    case 'integer':
      if (resolved.digits === undefined) return String(resolved.value);
      return resolved.digits < INT64 ? resolved.digits.toString() : undefined;
    case 'float':
      return float32Text(resolved.value);
    case 'null':
    case 'refused':
      return undefined;
  }
}

/** Whether it is the key `<<`, which takes over the fields of other mappings (decode.go, isMerge). */
export function isMergeKey(key: YamlNode): boolean {
  return key.kind === node.SCALAR && key.value === '<<' && (key.plain || key.tag === `${TAG_PREFIX}merge`);
}
