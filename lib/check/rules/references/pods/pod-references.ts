import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { oncePer } from '../../../../model/once-per';
import { podTemplate } from '../../../../model/pod-template';
import { type KeyReference, type PodReference } from './pod-reference';

/**
 * The ConfigMaps, Secrets and claims that the pods of a workload name, in the order of the fields: those of containers,
 * then those of volumes.
 */
export const podReferencesOf = oncePer(({ object }: ObjectEntry): readonly PodReference[] => {
  const template = podTemplate(object);
  if (template?.spec === undefined) return [];
  const { spec, specPointer } = template;
  const all: PodReference[] = [];
  for (const field of ['initContainers', 'containers', 'ephemeralContainers']) {
    eachObject(spec, field, (container, i) => {
      addOfContainer(all, container, jsonPointer(specPointer, field, i));
    });
  }
  if (listField(spec, 'volumes').length === 0) return all;
  const replaced = claimTemplates(object);
  eachObject(spec, 'volumes', (volume, i) => {
    if (replaced.has(textField(volume, 'name') ?? '')) return;
    all.push(...ofVolume(volume, jsonPointer(specPointer, 'volumes', i)));
  });
  return all;
});

/**
 * The names of the claim templates of a StatefulSet: they go before volumes of the same name.
 *
 * Upstream: updateStorage, pkg/controller/statefulset/stateful_set_utils.go.
 */
function claimTemplates(object: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  eachObject(objectField(object, 'spec'), 'volumeClaimTemplates', (template) => {
    const name = textField(objectField(template, 'metadata'), 'name');
    if (name !== undefined) names.add(name);
  });
  return names;
}

function addOfContainer(all: PodReference[], container: JsonObject, pointer: string): void {
  const of = textField(container, 'name') ?? '';
  eachObject(container, 'env', (variable, i) => {
    const from = objectField(variable, 'valueFrom');
    if (from === undefined) return;
    for (const { kind, env } of SOURCES) {
      if (from[env] === undefined) continue;
      all.push(...reference(from, env, jsonPointer(pointer, 'env', i, 'valueFrom'), { kind, by: 'env', of }));
    }
  });
  eachObject(container, 'envFrom', (source, i) => {
    for (const { kind, envFrom } of SOURCES) {
      all.push(
        ...reference(source, envFrom, jsonPointer(pointer, 'envFrom', i), { kind, by: 'envFrom', of }),
      );
    }
  });
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
  const config = { kind: 'ConfigMap', by: 'volume', of } as const;
  const secret = { kind: 'Secret', by: 'volume', of } as const;
  const claim = { kind: 'PersistentVolumeClaim', by: 'volume', of } as const;
  const all = [
    ...reference(volume, 'configMap', pointer, config),
    ...reference(volume, 'secret', pointer, secret, 'secretName'),
    ...reference(volume, 'persistentVolumeClaim', pointer, claim, 'claimName'),
  ];
  eachObject(objectField(volume, 'projected'), 'sources', (source, i) => {
    const at = jsonPointer(pointer, 'projected', 'sources', i);
    all.push(...reference(source, 'configMap', at, config), ...reference(source, 'secret', at, secret));
  });
  for (const [driver, ...way] of CREDENTIALS) {
    if (volume[driver] === undefined) continue;
    const [first, second] = way;
    all.push(
      ...(second === undefined
        ? reference(volume, driver, pointer, secret, first)
        : reference(objectField(volume, driver), first, jsonPointer(pointer, driver), secret, second)),
    );
  }
  return all;
}

/** What a field of `holder` names, as a list of one or none. */
function reference(
  holder: JsonObject | undefined,
  field: string,
  holderPointer: string,
  use: Pick<PodReference, 'kind' | 'by' | 'of'>,
  nameField = 'name',
): readonly PodReference[] {
  const source = objectField(holder, field);
  const name = textField(source, nameField);
  if (source === undefined || name === undefined) return [];
  const pointer = jsonPointer(holderPointer, field);
  const path = jsonPointer(pointer, nameField);
  const { kind, by, of } = use;
  return [{ kind, name, path, by, of, optional: source.optional === true, keys: keysOf(source, pointer) }];
}

function keysOf(source: JsonObject, pointer: string): readonly KeyReference[] {
  const key = textField(source, 'key');
  if (key !== undefined) return [{ key, path: `${pointer}/key` }];
  const keys: KeyReference[] = [];
  eachObject(source, 'items', (item, i) => {
    const itemKey = textField(item, 'key');
    if (itemKey !== undefined) keys.push({ key: itemKey, path: jsonPointer(pointer, 'items', i, 'key') });
  });
  return keys;
}

/** The items of a list that are objects, each with its place in it. */
function eachObject(
  object: JsonObject | undefined,
  field: string,
  take: (item: JsonObject, index: number) => void,
): void {
  const list = listField(object, field);
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (isJsonObject(item)) take(item, index);
  }
}
