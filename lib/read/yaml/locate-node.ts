import { isMergeKey, keyText } from './key-text';
import * as node from './node';
import { type YamlNode } from './node';

/** A value, and where it is told from: its key, or it itself. */
interface Found {
  readonly value: YamlNode;
  readonly offset: number;
}

/**
 * Offset of a field's key, or of an item, by the unescaped tokens of a JSON pointer. What aliases and
 * merges bring in is found where it is written. Undefined if it is not there.
 *
 * @param part `value` for the offset of the value, if that is a scalar or an alias
 */
export function locateNode(root: YamlNode, path: readonly string[], part?: 'value'): number | undefined {
  let found: Found | undefined = { value: root, offset: root.start };
  for (const step of path) {
    const value: YamlNode | undefined = found.value.kind === node.ALIAS ? found.value.target : found.value;
    if (value === undefined) return undefined;
    found = value.kind === node.MAPPING ? field(value, step) : item(value, step);
    if (found === undefined) return undefined;
  }
  const { value, offset } = found;
  const isInline = value.kind === node.SCALAR || value.kind === node.ALIAS;
  // What is left empty stands nowhere.
  return part === 'value' && isInline && !(value.plain && value.value === '') ? value.start : offset;
}

function item(sequence: YamlNode, step: string): Found | undefined {
  if (sequence.kind !== node.SEQUENCE || !/^(?:0|[1-9]\d*)$/.test(step)) return undefined;
  const value = sequence.children[Number(step)];
  return value && { value, offset: value.start };
}

/** Of fewer fields a look through them is as fast. */
const MANY = 32;

/** Where the keys of a mapping stand among its children, kept with the tree; undefined for one with merges. */
const keyPlaces = new WeakMap<YamlNode, ReadonlyMap<string, number> | undefined>();

function placesOf(mapping: YamlNode): ReadonlyMap<string, number> | undefined {
  if (!keyPlaces.has(mapping)) {
    const made = new Map<string, number>();
    let hasMerge = false;
    for (let index = 0; index < mapping.children.length; index += 2) {
      const key = mapping.children[index];
      const name = key && keyText(key);
      if (name !== undefined) made.set(name, index);
      hasMerge ||= key !== undefined && isMergeKey(key);
    }
    keyPlaces.set(mapping, hasMerge ? undefined : made);
  }
  return keyPlaces.get(mapping);
}

/** The last of them counts, and merges count at their place, as in the data. */
function field(mapping: YamlNode, name: string): Found | undefined {
  const { children } = mapping;
  const places = children.length > MANY ? placesOf(mapping) : undefined;
  if (places !== undefined) {
    const index = places.get(name) ?? children.length;
    const [key, value] = [children[index], children[index + 1]];
    return key && value && { value, offset: key.start };
  }
  for (let index = children.length - 2; index >= 0; index -= 2) {
    const key = children[index];
    const value = children[index + 1];
    if (key === undefined || value === undefined) return undefined;
    if (isMergeKey(key)) {
      const sources = value.kind === node.SEQUENCE ? value.children : [value];
      for (const source of sources) {
        const target = source.kind === node.ALIAS ? source.target : source;
        const merged = target && field(target, name);
        if (merged !== undefined) return merged;
      }
    } else if (keyText(key) === name) {
      return { value, offset: key.start };
    }
  }
  return undefined;
}
