import { type JsonObject, type JsonValue } from '../model/json-value';
import { jsonPointer } from '../model/json-pointer';
import { isJsonObject } from '../model/json-object';

/** Something that stands in a document or in the items of a list of objects. */
export interface ListItem {
  readonly value: JsonValue;
  /** Where it stands in the document. */
  readonly pointer: string;
}

/**
 * The objects of a list, or the object itself if it is none: a `List`, or a list of one kind, such as a
 * `PodList`, whose items may go without apiVersion and kind (apimachinery
 * pkg/apis/meta/v1/unstructured/helpers.go, decodeToList). A list in a list is opened too.
 */
export function* listItems(value: JsonValue, pointer = ''): Generator<ListItem> {
  if (!isJsonObject(value) || !isListOfObjects(value)) {
    yield { value, pointer };
    return;
  }
  const items = value.items as readonly JsonValue[];
  for (const [index, item] of items.entries()) {
    const named = isJsonObject(item) ? withKindOfList(value, item) : item;
    yield* listItems(named, jsonPointer(pointer, 'items', index));
  }
}

function isListOfObjects(object: JsonObject): boolean {
  return typeof object.kind === 'string' && object.kind.endsWith('List') && Array.isArray(object.items);
}

function withKindOfList(list: JsonObject, item: JsonObject): JsonObject {
  const { apiVersion, kind } = list;
  if (Object.hasOwn(item, 'kind') || Object.hasOwn(item, 'apiVersion')) return item;
  if (typeof kind !== 'string' || kind === 'List' || typeof apiVersion !== 'string') return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}
