import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate } from '../../model/pod-template';
import { type Quantity } from '../../model/quantity';
import { readLabelSelector } from '../../model/selector/read-label-selector';
import { type Selector } from '../../model/selector/selector';
import { storageAmount, type StorageFacts, storageFacts, writtenClass } from './storage-facts';

/** A PersistentVolumeClaim that a manifest is, or that a StatefulSet makes of a template. */
export interface StorageClaim extends StorageFacts {
  readonly entry: ObjectEntry;
  /** JSON pointer of what holds its `spec`; `''` for a PersistentVolumeClaim itself. */
  readonly pointer: string;
  readonly holder: JsonObject;
  readonly namespace: string;
  readonly name: string;
  /** Name of the claim template that it is made of. */
  readonly template?: string;
  /** As it is written; undefined is left to the default class. */
  readonly storageClass: string | undefined;
  readonly request: Quantity;
  /** Undefined where every volume will do. */
  readonly selector: Selector | undefined;
  /** The volume that it asks for by name. */
  readonly volumeName: string | undefined;
}

/** Of StatefulSets with more replicas, the claims of the first are looked at. */
const MOST_REPLICAS = 1000;

/**
 * The claims of an object: itself, or those of its templates, one a replica: `data-web-0`.
 *
 * Upstream: `getPersistentVolumeClaims`, pkg/controller/statefulset/stateful_set_utils.go.
 */
export function storageClaims(entry: ObjectEntry): readonly StorageClaim[] {
  const { group, kind, name, namespace, object } = entry;
  if (group === '' && kind === 'PersistentVolumeClaim') {
    return [readClaim(entry, object, '', { namespace, name })];
  }
  if (kind !== 'StatefulSet') return [];
  const spec = objectField(object, 'spec');
  const start = objectField(spec, 'ordinals')?.start;
  const first = typeof start === 'number' ? start : 0;
  const replicas = Math.max(0, Math.min(podTemplate(object)?.replicas ?? 1, MOST_REPLICAS));
  return listField(spec, 'volumeClaimTemplates').flatMap((each, index) => {
    const template = isJsonObject(each) ? textField(objectField(each, 'metadata'), 'name') : undefined;
    if (!isJsonObject(each) || template === undefined) return [];
    const pointer = `/spec/volumeClaimTemplates/${index}`;
    const claim = readClaim(entry, each, pointer, { namespace, name: template });
    return Array.from({ length: replicas }, (_, ordinal) => ({
      ...claim,
      template,
      name: `${template}-${name}-${first + ordinal}`,
    }));
  });
}

function readClaim(
  entry: ObjectEntry,
  holder: JsonObject,
  pointer: string,
  identity: Pick<StorageClaim, 'namespace' | 'name'>,
): StorageClaim {
  const spec = objectField(holder, 'spec');
  const selector = objectField(spec, 'selector');
  return {
    ...storageFacts(spec),
    ...identity,
    entry,
    pointer,
    holder,
    storageClass: writtenClass(holder),
    request: storageAmount(objectField(spec, 'resources'), 'requests'),
    selector: selector === undefined ? undefined : readLabelSelector(selector),
    volumeName: textField(spec, 'volumeName'),
  };
}
