import { isJsonObject, objectField, textField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';

/** A version of a kind that a CustomResourceDefinition defines. */
export interface CustomVersion {
  readonly name: string;
  readonly served: boolean;
  readonly deprecated: boolean;
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
  private readonly kinds = new Map<string, CustomKind>();
  private readonly groups = new Map<string, CustomKind[]>();

  /** Objects that are no CustomResourceDefinition, or a broken one, are passed over; of two of one kind the first counts. */
  constructor(objects: Iterable<JsonObject>) {
    for (const object of objects) {
      const custom = readCrd(object);
      if (custom === undefined || this.kinds.has(key(custom.group, custom.kind))) continue;
      this.kinds.set(key(custom.group, custom.kind), custom);
      const others = this.groups.get(custom.group);
      if (others === undefined) this.groups.set(custom.group, [custom]);
      else others.push(custom);
    }
  }

  find(group: string, kind: string): CustomKind | undefined {
    return this.kinds.get(key(group, kind));
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
        schema: objectField(objectField(version, 'schema'), 'openAPIV3Schema'),
      },
    ];
  });
  return { group, kind, namespaced: spec?.scope === 'Namespaced', versions };
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}

/** Neither holds a space. */
function key(group: string, kind: string): string {
  return `${group} ${kind}`;
}
