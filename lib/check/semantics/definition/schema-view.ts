import { isJsonObject } from '../../../model/json-object';
import { ObjectView } from '../object-view';
import { type FieldStep } from '../field-step';

/** The schemas in a map: `properties`, `definitions`, `dependencies`, each with its key. */
export function schemasIn(schema: ObjectView, map: string): readonly (readonly [string, ObjectView])[] {
  return schema.entries(map).flatMap(([key, value]) => {
    // Null is an empty schema.
    if (!isJsonObject(value) && value !== null) return [];
    const steps: readonly FieldStep[] = [map, { key }];
    const view = new ObjectView(schema.validation, value ?? {}, [...schema.path, ...steps], schema.area, [
      ...schema.named,
      ...steps,
    ]);
    return [[key, view]];
  });
}

/** The clauses of a schema that say something of its value: each of `not`, `allOf`, `anyOf` and `oneOf`. */
export function clausesOf(schema: ObjectView): readonly ObjectView[] {
  const not = schema.object('not');
  return [
    ...(not === undefined ? [] : [not]),
    ...schema.objects('allOf'),
    ...schema.objects('anyOf'),
    ...schema.objects('oneOf'),
  ];
}

/** Whether Go has more than the zero value in a field. */
export function isSet(schema: ObjectView, field: string): boolean {
  const value = schema.raw(field);
  if (value === undefined || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isJsonObject(value) || Object.keys(value).length > 0 || !MAPS.has(field);
}

const MAPS: ReadonlySet<string> = new Set(['properties', 'definitions', 'dependencies', 'patternProperties']);
