import { type JsonObject, type JsonValue } from '../../lib/model/json-value';

/**
 * An object with other namespaces, wherever it names one: in its metadata, in subjects and references, in the lists of
 * affinity terms, in the label that every Namespace has, and in the user names of ServiceAccounts.
 */
export function moveNamespaces(object: JsonObject, to: ReadonlyMap<string, string>): JsonObject {
  return moved('', object) as JsonObject;

  function moved(key: string, value: JsonValue): JsonValue {
    if (typeof value === 'string') return movedText(key, value);
    if (typeof value !== 'object' || value === null) return value;
    if (isList(value)) return value.map((item) => moved(key, item));
    const isAboutNames = value.key === 'kubernetes.io/metadata.name';
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        moved(isAboutNames && name === 'values' ? 'namespaces' : name, item),
      ]),
    );
  }

  function movedText(key: string, text: string): string {
    if (['namespace', 'namespaces', 'kubernetes.io/metadata.name'].includes(key)) return to.get(text) ?? text;
    return text.replace(
      /^(system:serviceaccounts?:)([^:]+)/,
      (_, start: string, name: string) => start + (to.get(name) ?? name),
    );
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
