import { type JsonObject, type JsonValue } from '../../model/json-value';
import { isMergeKey, keyText, resolveScalar } from './key-text';
import * as node from './node';
import { type YamlNode } from './node';
import { isSurelyText } from './resolve';
import { DEEPEST } from './scan-errors';
import { TAG_PREFIX } from './scan-tag';
import { YamlSyntaxError } from './syntax-error';

/** A field that is written more than once, or replaced by a merge. */
export interface RepeatedKey {
  readonly key: string;
  /** Offset of the one that is lost. */
  readonly first: number;
  /** Offset of the one that counts. */
  readonly last: number;
  /** Whether `last` is the key `<<`. */
  readonly byMerge: boolean;
  /** The two as they are written, where that is not the name of the field: `y` and `yes` are both `true`. */
  readonly written?: readonly [first: string, last: string];
}

/** A key without quotes that is read as other text than is written: `y` as `true`, `1.10` as `1.1`. */
export interface RewrittenKey {
  readonly written: string;
  readonly key: string;
  readonly offset: number;
}

/** A document as data. */
export interface ComposedDocument {
  readonly value: JsonValue;
  readonly repeated: readonly RepeatedKey[];
  readonly rewritten: readonly RewrittenKey[];
}

/**
 * Makes data of what is written, the same data that Go's decoder makes (go.yaml.in/yaml/v2 decode.go)
 * and sigs.k8s.io/yaml turns into JSON: of a field that is written twice the last counts, `<<` replaces
 * what stands before it, and aliases are expanded, within the bounds that Go has too.
 *
 * @throws YamlSyntaxError for what JSON cannot hold, and for aliases that explode
 */
export function composeYaml(root: YamlNode): ComposedDocument {
  const composer = new Composer();
  const value = composer.value(root);
  const repeated = [...composer.repeated.values()];
  const told = new Set(repeated.flatMap(({ first, last, written }) => (written ? [first, last] : [])));
  const rewritten = [...composer.rewritten.values()].filter(({ offset }) => !told.has(offset));
  return { value, repeated, rewritten };
}

class Composer {
  readonly repeated = new Map<number, RepeatedKey>();
  readonly rewritten = new Map<number, RewrittenKey>();
  readonly #open = new Set<YamlNode>();
  #made = 0;
  #madeByAlias = 0;
  #aliasDepth = 0;
  #depth = 0;

  value(part: YamlNode): JsonValue {
    this.#count(part);
    switch (part.kind) {
      case node.SCALAR:
        return part.tag === '' && (!part.plain || isSurelyText(part.value)) ? part.value : scalarValue(part);
      case node.ALIAS:
        return this.#expand(part);
      default: {
        if (++this.#depth > DEEPEST) {
          throw new YamlSyntaxError(
            `aliases nest the document more than ${DEEPEST} levels deep`,
            'write out what the aliases stand for',
            part.start,
          );
        }
        const value = part.kind === node.MAPPING ? this.#mapping(part) : this.#sequence(part);
        this.#depth--;
        return value;
      }
    }
  }

  /** Go: decoder.unmarshal and allowedAliasRatio. */
  #count(part: YamlNode): void {
    this.#made++;
    if (this.#aliasDepth === 0) return;
    this.#madeByAlias++;
    if (this.#madeByAlias <= 100 || this.#made <= 1000) return;
    if (this.#madeByAlias / this.#made > allowedAliasRatio(this.#made)) {
      throw new YamlSyntaxError(
        'aliases make this document many times larger than it is written',
        'write out what the aliases stand for; kubectl refuses this document too',
        part.start,
      );
    }
  }

  #expand(alias: YamlNode): JsonValue {
    if (alias.target === undefined || this.#open.has(alias)) {
      throw new YamlSyntaxError(
        `*${alias.value} stands within what it stands for`,
        'write out what it shall stand for',
        alias.start,
      );
    }
    this.#open.add(alias);
    this.#aliasDepth++;
    const value = this.value(alias.target);
    this.#aliasDepth--;
    this.#open.delete(alias);
    return value;
  }

  #sequence(sequence: YamlNode): JsonValue {
    return sequence.children.map((item) => this.value(item));
  }

  #mapping(mapping: YamlNode): JsonObject {
    const object: Record<string, JsonValue> = {};
    const { children } = mapping;
    let merged: Set<string> | undefined;
    for (let index = 0; index + 1 < children.length; index += 2) {
      const key = children[index];
      const part = children[index + 1];
      if (key === undefined || part === undefined) break;
      if (isMergeKey(key)) {
        merged ??= new Set();
        this.#merge(mapping, index, part, object, merged);
        continue;
      }
      const name = keyText(key);
      if (name === undefined) throw noName(key);
      this.#count(key);
      if (key.plain && key.value !== name && key.kind === node.SCALAR && key.tag === '')
        this.rewritten.set(key.start, { written: key.value, key: name, offset: key.start });
      if (Object.hasOwn(object, name) && merged?.delete(name) !== true) {
        this.#repeat(mapping, index, name, false);
      }
      setField(object, name, this.value(part));
    }
    return object;
  }

  #merge(
    mapping: YamlNode,
    index: number,
    part: YamlNode,
    object: Record<string, JsonValue>,
    merged: Set<string>,
  ): void {
    // Go merges the last first, so that the first counts.
    const parts = part.kind === node.SEQUENCE ? part.children.toReversed() : [part];
    for (const source of parts) {
      const target = source.kind === node.ALIAS ? source.target : source;
      if (target?.kind !== node.MAPPING) {
        throw new YamlSyntaxError(
          '"<<" is followed by something other than mappings',
          'write `<<: *name`, where the anchor stands at a mapping, or quote the key and tag it: `!!str "<<"`',
          source.start,
        );
      }
      const fields = this.value(source) as JsonObject;
      for (const [name, value] of Object.entries(fields)) {
        if (Object.hasOwn(object, name)) {
          if (!merged.has(name)) this.#repeat(mapping, index, name, true);
        } else {
          merged.add(name);
        }
        setField(object, name, value);
      }
    }
  }

  #repeat(mapping: YamlNode, index: number, key: string, byMerge: boolean): void {
    const later = mapping.children[index];
    const last = later?.start ?? mapping.start;
    for (let before = index - 2; before >= 0; before -= 2) {
      const earlier = mapping.children[before];
      if (earlier === undefined || isMergeKey(earlier) || keyText(earlier) !== key) continue;
      // What an alias repeats is told once.
      const written: RepeatedKey['written'] = [earlier.value, later?.value ?? ''];
      const isAsWritten = byMerge || written.every((text) => text === key || text === '');
      this.repeated.set(earlier.start, {
        key,
        first: earlier.start,
        last,
        byMerge,
        ...(!isAsWritten && { written }),
      });
      return;
    }
  }
}

function setField(object: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

function scalarValue(scalar: YamlNode): JsonValue {
  const resolved = resolveScalar(scalar);
  if (resolved.type === 'refused') {
    const tag = scalar.tag.replace(TAG_PREFIX, '!!');
    throw new YamlSyntaxError(
      `${tag} stands before a value that is ${resolved.found === 'string' ? 'text' : resolved.found}`,
      'remove the tag, or write a value of its type',
      scalar.start,
    );
  }
  if (resolved.type === 'float' && !Number.isFinite(resolved.value)) {
    throw new YamlSyntaxError(
      `${scalar.value} is a number that JSON, and so Kubernetes, does not have`,
      `quote it if it is text: "${scalar.value}"`,
      scalar.start,
    );
  }
  // What is written -0.0 is a zero to whoever compares it.
  return resolved.value === 0 ? 0 : resolved.value;
}

function noName(key: YamlNode): YamlSyntaxError {
  const target = key.kind === node.ALIAS ? key.target : key;
  const found =
    target?.kind === node.MAPPING ? 'a mapping' : target?.kind === node.SEQUENCE ? 'a list' : undefined;
  const resolved = found === undefined && target !== undefined ? resolveScalar(target) : undefined;
  const what = found ?? (resolved?.type === 'integer' ? 'too large a number' : 'null');
  const help =
    found === undefined
      ? 'quote it if it is text'
      : 'quote the text if it has brackets or braces in it; write a field as `name: value`';
  return new YamlSyntaxError(`the name of a field is ${what}`, help, key.start);
}

/** Go: allowedAliasRatio. */
function allowedAliasRatio(made: number): number {
  const low = 400_000;
  const high = 4_000_000;
  if (made <= low) return 0.99;
  return made >= high ? 0.1 : 0.99 - (0.89 * (made - low)) / (high - low);
}
