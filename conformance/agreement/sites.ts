import { findKindSchema, fieldIn, findType, type TypeInfo } from '../../lib/check/schema/table';
import { textField } from '../../lib/model/json-object';
import { type Shape } from '../../lib/check/schema/shape';
import { type Json, type JsonMap } from './dice';

/** The newest release has every field. */
export const NEWEST = '1.36';

export type Step = string | number;

/** A value of an object that a mutation may change. */
export interface Site {
  readonly path: readonly Step[];
  /** What holds it, by the last step of the path. */
  readonly parent: JsonMap | Json[];
  readonly step: Step;
  /** The nearest field's name: that of the list, for an item. */
  readonly field: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly within: 'field' | 'item' | 'entry';
}

/** An object within the object, of a type of the schema. */
export interface TypedPlace {
  readonly path: readonly Step[];
  readonly type: TypeInfo;
  readonly value: JsonMap;
}

/** Whether a value is an object. */
export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What no mutation touches: fields that name what else the cluster has to have, which admission plugins look up before
 * anything is validated, and what says where the request goes.
 */
const UNTOUCHED: Readonly<Record<string, readonly string[]>> = {
  '': [
    'apiVersion',
    'kind',
    'metadata.namespace',
    'metadata.managedFields',
    'metadata.resourceVersion',
    'status',
  ],
  Pod: [
    'spec.serviceAccountName',
    'spec.serviceAccount',
    'spec.priorityClassName',
    'spec.priority',
    'spec.runtimeClassName',
    'spec.overhead',
  ],
};

/** Whether mutations stay away from a field. */
export function isUntouched(kind: string, path: readonly Step[]): boolean {
  const text = path.join('.');
  return [...(UNTOUCHED[''] ?? []), ...(UNTOUCHED[kind] ?? [])].includes(text);
}

/** Every value and every typed place of an object that the schema knows of, in the order of the object. */
export function walkSites(object: JsonMap): {
  readonly sites: readonly Site[];
  readonly places: readonly TypedPlace[];
} {
  const sites: Site[] = [];
  const places: TypedPlace[] = [];
  const kind = textField(object, 'kind') ?? '';
  const apiVersion = textField(object, 'apiVersion') ?? '';
  const root = findKindSchema(apiVersion, kind);
  if (root === undefined) throw new Error(`the schema has no ${apiVersion} ${kind}`);

  const visitType = (type: TypeInfo, value: JsonMap, path: readonly Step[]): void => {
    places.push({ path, type, value });
    for (const name of Object.keys(value)) {
      const field = fieldIn(type, name, NEWEST);
      const at = [...path, name];
      if (field === undefined || isUntouched(kind, at)) continue;
      const { shape, required } = field;
      sites.push({ path: at, parent: value, step: name, field: name, shape, required, within: 'field' });
      visit(shape, value[name] ?? null, at, name);
    }
  };
  const visit = (shape: Shape, value: Json, path: readonly Step[], field: string): void => {
    if (shape.is === 'list' && Array.isArray(value)) {
      value.forEach((item, step) => {
        sites.push({
          path: [...path, step],
          parent: value,
          step,
          field,
          shape: shape.items,
          required: false,
          within: 'item',
        });
        visit(shape.items, item, [...path, step], field);
      });
    } else if (shape.is === 'map' && isMap(value)) {
      for (const step of Object.keys(value)) {
        const at = [...path, step];
        sites.push({
          path: at,
          parent: value,
          step,
          field,
          shape: shape.values,
          required: false,
          within: 'entry',
        });
        visit(shape.values, value[step] ?? null, at, field);
      }
    } else if (shape.is === 'type' && isMap(value)) {
      visitType(findType(shape.name), value, path);
    } else if (shape.is === 'schemaOr' && isMap(value)) {
      visitType(findType('apiextensions.v1.JSONSchemaProps'), value, path);
    }
  };
  visitType(findType(root.type), object, []);
  return { sites, places };
}
