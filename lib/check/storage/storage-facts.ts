import { listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { Quantity } from '../../model/quantity';
import { resourceList } from '../capacity/resource-list';

/** What the spec of a claim and that of a volume have in common. */
export interface StorageFacts {
  /** Without repetitions, in the controller's order: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, `ReadWriteOncePod`. */
  readonly accessModes: readonly string[];
  /** `Filesystem` unless it says otherwise. */
  readonly volumeMode: string;
  /** Name of the VolumeAttributesClass; `''` for none. */
  readonly attributesClass: string;
}

const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** Upstream: `GetAccessModesAsString`, pkg/apis/core/v1/helper/helpers.go. */
const MODES: readonly string[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** What is read alike of a claim's and of a volume's spec. */
export function storageFacts(spec: JsonObject | undefined): StorageFacts {
  const modes = listField(spec, 'accessModes');
  return {
    accessModes: MODES.filter((mode) => modes.includes(mode)),
    volumeMode: textField(spec, 'volumeMode') ?? 'Filesystem',
    attributesClass: textField(spec, 'volumeAttributesClassName') ?? '',
  };
}

/**
 * The class that a claim or a volume names; `''` stands for none, undefined where nothing is said of it.
 *
 * Upstream: `GetPersistentVolumeClaimClass`, `GetPersistentVolumeClass`, k8s.io/component-helpers/storage/volume.
 */
export function writtenClass(holder: JsonObject): string | undefined {
  const annotated = textMapField(objectField(holder, 'metadata'), 'annotations')[BETA_CLASS];
  const named = objectField(holder, 'spec')?.storageClassName;
  return annotated ?? (typeof named === 'string' ? named : undefined);
}

/** JSON pointer, within the holder, of the class that counts. */
export function classPointer(holder: JsonObject): string {
  const annotated = textMapField(objectField(holder, 'metadata'), 'annotations')[BETA_CLASS];
  return annotated === undefined
    ? '/spec/storageClassName'
    : `/metadata/annotations/${BETA_CLASS.replace('/', '~1')}`;
}

/** The amount of `storage` in a resource list; zero where there is none. */
export function storageAmount(holder: JsonObject | undefined, field: string): Quantity {
  return resourceList(holder, field).get('storage') ?? Quantity.ZERO;
}
