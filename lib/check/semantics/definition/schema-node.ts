import { type JsonObject } from '../../../model/json-value';
import { type ObjectView } from '../object-view';

/** A JSON schema of a CustomResourceDefinition, with those below it. */
export interface SchemaNode {
  readonly view: ObjectView;
  readonly value: JsonObject;
  /** Empty when it has none. */
  readonly type: string;
  readonly items: SchemaNode | undefined;
  /** What a list in `items` has, which no definition may have. */
  readonly tuple: readonly SchemaNode[];
  readonly properties: ReadonlyMap<string, SchemaNode>;
  /** The schema of `additionalProperties`, or what is written instead of one. */
  readonly additional: SchemaNode | boolean | undefined;
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
}

/** Reads a schema, all the way down: JSONSchemaProps of k8s.io/apiextensions-apiserver. */
export function readSchema(view: ObjectView): SchemaNode {
  const properties = new Map<string, SchemaNode>();
  for (const [name, property] of view.objectMap('properties')) properties.set(name, readSchema(property));
  const own = (field: string): SchemaNode | undefined => {
    const below = view.object(field);
    return below === undefined ? undefined : readSchema(below);
  };
  const each = (field: string): readonly SchemaNode[] => view.objects(field).map(readSchema);
  return {
    view,
    value: view.value,
    type: view.text('type'),
    items: own('items'),
    tuple: each('items'),
    properties,
    additional: own('additionalProperties') ?? view.optionalFlag('additionalProperties'),
    allOf: each('allOf'),
    anyOf: each('anyOf'),
    oneOf: each('oneOf'),
    not: own('not'),
  };
}
