import { objectField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { type Quantity } from '../../model/quantity';
import { storageAmount, type StorageFacts, storageFacts, writtenClass } from './storage-facts';

/** A PersistentVolume of the set. */
export interface StorageVolume extends StorageFacts {
  readonly entry: ObjectEntry;
  readonly name: string;
  /** `''` for none. */
  readonly storageClass: string;
  readonly capacity: Quantity;
  /** The claim that it is kept for; its namespace may be missing, and then no claim is it. */
  readonly claim: { readonly namespace: string; readonly name: string } | undefined;
  /** Whether it was another claim's and is not yet made free: such volumes bind to nothing. */
  readonly isReleased: boolean;
  readonly spec: JsonObject;
}

export function readVolume(entry: ObjectEntry): StorageVolume {
  const spec = objectField(entry.object, 'spec') ?? {};
  const claimRef = objectField(spec, 'claimRef');
  const phase = textField(objectField(entry.object, 'status'), 'phase');
  return {
    ...storageFacts(spec),
    entry,
    name: entry.name,
    storageClass: writtenClass(entry.object) ?? '',
    capacity: storageAmount(spec, 'capacity'),
    claim:
      claimRef === undefined
        ? undefined
        : { namespace: textField(claimRef, 'namespace') ?? '', name: textField(claimRef, 'name') ?? '' },
    isReleased: phase === 'Released' || phase === 'Failed',
    spec,
  };
}
