import { isJsonObject, objectField, textField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';

/** A version of a kind that a CustomResourceDefinition defines. */
export interface CustomVersion {
  readonly name: string;
  readonly served: boolean;
  readonly deprecated: boolean;
  /** Whether `status` is a subresource, so that what is written there is dropped when an object is made. */
  readonly dropsStatus: boolean;
  /** `openAPIV3Schema`; undefined where it has none, or one that cannot be read. */
  readonly schema: JsonObject | undefined;
}

/** A kind that a CustomResourceDefinition defines. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly versions: readonly CustomVersion[];
}

/** The kinds that CustomResourceDefinitions (apiextensions.k8s.io/v1) define, by group and kind. */
export class CrdIndex {
  private readonly kinds = new Map<string, CustomKind[]>();
  private readonly groups = new Map<string, CustomKind[]>();

  /** Objects that are no CustomResourceDefinition, or a broken one, are passed over. */
  constructor(objects: Iterable<JsonObject>) {
    for (const object of objects) {
      const custom = readCrd(object);
      if (custom === undefined) continue;
      append(this.kinds, key(custom.group, custom.kind), custom);
      append(this.groups, custom.group, custom);
    }
  }

  /** The definitions of a kind: files that lie side by side may define it for several releases of an operator. */
  find(group: string, kind: string): readonly CustomKind[] {
    return this.kinds.get(key(group, kind)) ?? [];
  }

  inGroup(group: string): readonly CustomKind[] {
    return this.groups.get(group) ?? [];
  }
}

function readCrd(object: JsonObject): CustomKind | undefined {
  if (object.kind !== 'CustomResourceDefinition' || object.apiVersion !== 'apiextensions.k8s.io/v1')
    return undefined;
  const spec = objectField(object, 'spec');
  const group = textField(spec, 'group');
  const kind = textField(objectField(spec, 'names'), 'kind');
  if (group === undefined || kind === undefined) return undefined;
  const versions = listOf(spec?.versions).flatMap((version) => {
    const name = textField(version, 'name');
    if (name === undefined) return [];
    return [
      {
        name,
        served: version.served === true,
        deprecated: version.deprecated === true,
        dropsStatus: objectField(objectField(version, 'subresources'), 'status') !== undefined,
        schema: objectField(objectField(version, 'schema'), 'openAPIV3Schema'),
      },
    ];
  });
  return { group, kind, namespaced: spec?.scope === 'Namespaced', versions };
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}

function append<T>(map: Map<string, T[]>, at: string, value: T): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [value]);
  else list.push(value);
}

/** Neither holds a space. */
function key(group: string, kind: string): string {
  return `${group} ${kind}`;
}
