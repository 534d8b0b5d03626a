import { type ObjectView } from '../object-view';
import { schemasIn } from './schema-view';

const LIST_TYPE = 'x-kubernetes-list-type';
const MAP_KEYS = 'x-kubernetes-list-map-keys';

/** What `x-kubernetes-list-type` wants of a list, in ValidateCustomResourceDefinitionOpenAPISchema. */
export function validateListSchema(schema: ObjectView): void {
  const type = schema.text('type');
  const listType = schema.optionalText(LIST_TYPE);
  const items = schema.object('items');
  if (listType !== undefined && type !== 'array') {
    const detail = `must be array if ${LIST_TYPE} is specified`;
    if (type === '') schema.required('type', detail);
    else schema.invalid('type', detail);
  } else if (listType === 'set' && items !== undefined) validateSetItems(items);
  if (listType !== undefined && !['atomic', 'set', 'map'].includes(listType)) {
    schema.notSupported(LIST_TYPE, ['atomic', 'set', 'map']);
  }
  const keys = schema.texts(MAP_KEYS);
  if (keys.length > 0 && listType !== 'map') {
    const detail = `must be map if ${MAP_KEYS} is non-empty`;
    if (listType === undefined) schema.required(LIST_TYPE, detail);
    else schema.invalid(LIST_TYPE, detail);
  }
  if (listType === 'map') validateMapList(schema, keys, items);
  if ((listType === 'set' || listType === 'map') && items !== undefined) validateItems(items, listType, keys);
}

function validateSetItems(items: ObjectView): void {
  const detail = `must be atomic as item of a list with ${LIST_TYPE}=set`;
  const type = items.text('type');
  const listType = items.optionalText(LIST_TYPE);
  if (type === 'array' && listType !== undefined && listType !== 'atomic') items.invalid(LIST_TYPE, detail);
  if (type === 'object' && items.text('x-kubernetes-map-type') !== 'atomic') {
    items.invalid('x-kubernetes-map-type', detail);
  }
}

function validateMapList(schema: ObjectView, keys: readonly string[], items: ObjectView | undefined): void {
  if (keys.length === 0) schema.required(MAP_KEYS, `must not be empty if ${LIST_TYPE} is map`);
  if (!schema.has('items')) schema.required('items', `must have a schema if ${LIST_TYPE} is map`);
  if (items === undefined) return;
  if (items.text('type') !== 'object') {
    items.invalid('type', `must be object if parent array's ${LIST_TYPE} is map`, {
      value: items.text('type'),
    });
    return;
  }
  const properties = new Map(schemasIn(items, 'properties'));
  keys.forEach((key, index) => {
    const property = properties.get(key);
    const type = property?.text('type');
    if (property === undefined) schema.invalid(MAP_KEYS, 'entries must all be names of item properties');
    else if (type === 'array' || type === 'object') {
      property.invalid('type', `must be a scalar type if parent array's ${LIST_TYPE} is map`);
    }
    if (keys.indexOf(key) < index) schema.invalid(MAP_KEYS, 'must not contain duplicate entries');
  });
}

/** validateMapListKeysMapSet: keys are always there, and never null. */
function validateItems(items: ObjectView, listType: 'set' | 'map', keys: readonly string[]): void {
  if (items.flag('nullable')) {
    items.forbidden('nullable', `cannot be nullable when ${LIST_TYPE} is ${listType}`);
  }
  if (listType === 'set') return;
  const required = new Set(items.texts('required'));
  const properties = new Map(schemasIn(items, 'properties'));
  for (const key of keys) {
    const property = properties.get(key);
    if (property === undefined) continue;
    if (!required.has(key) && !property.has('default')) {
      property.required(
        'default',
        `this property is in ${MAP_KEYS}, so it must have a default or be a required property`,
        { help: `add \`${key}\` to \`required\` of the items` },
      );
    }
    if (property.flag('nullable')) {
      property.forbidden('nullable', `this property is in ${MAP_KEYS}, so it cannot be nullable`);
    }
  }
}
