import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { podTemplate } from '../../../../model/pod-template';
import { type CheckContext } from '../../../rule-context';
import { type KeyReference, type PodReference } from './pod-reference';

/** The ConfigMaps, Secrets and claims that the pods of a workload name; worked out once a check. */
export function podReferencesOf(entry: ObjectEntry, { once }: CheckContext): readonly PodReference[] {
  return once(referencesByEntry)(entry);
}

function referencesByEntry(): (entry: ObjectEntry) => readonly PodReference[] {
  const known = new Map<ObjectEntry, readonly PodReference[]>();
  return (entry) => {
    let references = known.get(entry);
    if (references === undefined) known.set(entry, (references = podReferences(entry.object)));
    return references;
  };
}

/** In the order of the fields: those of containers, then those of volumes. */
export function podReferences(object: JsonObject): readonly PodReference[] {
  const template = podTemplate(object);
  if (template?.spec === undefined) return [];
  const { spec, specPointer } = template;
  const replaced = claimTemplates(object);
  return [
    ...['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) =>
      items(spec, field).flatMap(([container, i]) =>
        ofContainer(container, jsonPointer(specPointer, field, i)),
      ),
    ),
    ...items(spec, 'volumes')
      .filter(([volume]) => !replaced.has(textField(volume, 'name') ?? ''))
      .flatMap(([volume, i]) => ofVolume(volume, jsonPointer(specPointer, 'volumes', i))),
  ];
}

/**
 * The names of the claim templates of a StatefulSet: they go before volumes of the same name.
 *
 * Upstream: updateStorage, pkg/controller/statefulset/stateful_set_utils.go.
 */
function claimTemplates(object: JsonObject): ReadonlySet<string> {
  const templates = items(objectField(object, 'spec'), 'volumeClaimTemplates');
  return new Set(
    templates.flatMap(([template]) => textField(objectField(template, 'metadata'), 'name') ?? []),
  );
}

function ofContainer(container: JsonObject, pointer: string): readonly PodReference[] {
  const of = textField(container, 'name') ?? '';
  const variables = items(container, 'env').flatMap(([variable, i]) => {
    const from = objectField(variable, 'valueFrom');
    if (from === undefined) return [];
    return SOURCES.flatMap(({ kind, env }) =>
      reference(
        objectField(from, env),
        () => jsonPointer(pointer, 'env', i, 'valueFrom', env),
        kind,
        'env',
        of,
      ),
    );
  });
  const all = items(container, 'envFrom').flatMap(([source, i]) =>
    SOURCES.flatMap(({ kind, envFrom }) =>
      reference(
        objectField(source, envFrom),
        () => jsonPointer(pointer, 'envFrom', i, envFrom),
        kind,
        'envFrom',
        of,
      ),
    ),
  );
  return [...variables, ...all];
}

const SOURCES = [
  { kind: 'ConfigMap', env: 'configMapKeyRef', envFrom: 'configMapRef' },
  { kind: 'Secret', env: 'secretKeyRef', envFrom: 'secretRef' },
] as const;

/** Volumes of drivers that take their credentials from a Secret of the pod's namespace. */
const CREDENTIALS = [
  ['azureFile', 'secretName'],
  ['cephfs', 'secretRef', 'name'],
  ['csi', 'nodePublishSecretRef', 'name'],
  ['flexVolume', 'secretRef', 'name'],
  ['iscsi', 'secretRef', 'name'],
  ['rbd', 'secretRef', 'name'],
  ['scaleIO', 'secretRef', 'name'],
  ['storageos', 'secretRef', 'name'],
] as const;

function ofVolume(volume: JsonObject, pointer: string): readonly PodReference[] {
  const of = textField(volume, 'name') ?? '';
  const at = (source: string): readonly [JsonObject | undefined, () => string] => [
    objectField(volume, source),
    () => jsonPointer(pointer, source),
  ];
  const credentials = CREDENTIALS.flatMap(([source, ...rest]) => {
    if (volume[source] === undefined) return [];
    const way = [source, ...rest.slice(0, -1)];
    const field = rest.at(-1) ?? 'name';
    const holder = way.reduce<JsonObject | undefined>(objectField, volume);
    return reference(holder, () => jsonPointer(pointer, ...way), 'Secret', 'volume', of, field);
  });
  const projected = items(objectField(volume, 'projected'), 'sources').flatMap(([source, i]) => {
    const base = jsonPointer(pointer, 'projected', 'sources', i);
    return [
      ...reference(objectField(source, 'configMap'), () => `${base}/configMap`, 'ConfigMap', 'volume', of),
      ...reference(objectField(source, 'secret'), () => `${base}/secret`, 'Secret', 'volume', of),
    ];
  });
  return [
    ...reference(...at('configMap'), 'ConfigMap', 'volume', of),
    ...reference(...at('secret'), 'Secret', 'volume', of, 'secretName'),
    ...reference(...at('persistentVolumeClaim'), 'PersistentVolumeClaim', 'volume', of, 'claimName'),
    ...projected,
    ...credentials,
  ];
}

function reference(
  source: JsonObject | undefined,
  at: () => string,
  kind: PodReference['kind'],
  by: PodReference['by'],
  of: string,
  nameField = 'name',
): readonly PodReference[] {
  const name = textField(source, nameField);
  if (source === undefined || name === undefined) return [];
  const pointer = at();
  const path = jsonPointer(pointer, nameField);
  return [{ kind, name, path, by, of, optional: source.optional === true, keys: keysOf(source, pointer) }];
}

function keysOf(source: JsonObject, pointer: string): readonly KeyReference[] {
  const key = textField(source, 'key');
  if (key !== undefined) return [{ key, path: `${pointer}/key` }];
  return items(source, 'items').flatMap(([item, i]) => {
    const itemKey = textField(item, 'key');
    return itemKey === undefined ? [] : [{ key: itemKey, path: jsonPointer(pointer, 'items', i, 'key') }];
  });
}

/** The items that are objects, each with its place in the list. */
function items(object: JsonObject | undefined, field: string): readonly (readonly [JsonObject, number])[] {
  return listField(object, field).flatMap((item, index) =>
    isJsonObject(item) ? [[item, index] as const] : [],
  );
}
