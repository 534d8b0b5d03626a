import { objectField, textField, textMapField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { type CheckContext } from '../rule-context';
import { type StorageClaim } from './storage-claim';

/** API group of StorageClass. */
export const STORAGE_GROUP = 'storage.k8s.io';

/** The provisioner of classes whose volumes are all made by hand. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

const DEFAULT_ANNOTATIONS: readonly string[] = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/**
 * What becomes of a claim of a class: `none` binds to volumes without a class, `static` to volumes of its class,
 * `dynamic` gets a volume made for it if none is there, `absent` is not among the classes that are known. Of `outside`
 * ones nothing more is known than that they are there, and of `unnamed` ones not even which class it is.
 */
export type ClassOfClaim =
  | { readonly is: 'none' }
  | {
      readonly is: 'static' | 'dynamic';
      readonly name: string;
      readonly entry: ObjectEntry;
      /** Whether nothing is bound before a pod needs it. */
      readonly waits: boolean;
      /** Whether the claim names it not, and is given it as the default. */
      readonly isDefault: boolean;
    }
  | { readonly is: 'absent' | 'outside'; readonly name: string }
  | { readonly is: 'unnamed' };

/** Whether the class is marked as the default one. */
export function isDefaultClass({ object }: ObjectEntry): boolean {
  const annotations = textMapField(objectField(object, 'metadata'), 'annotations');
  return DEFAULT_ANNOTATIONS.some((name) => annotations[name] === 'true');
}

/**
 * The class that claims get that name none: of several the newest, and of those made at once the first by name.
 *
 * Upstream: `GetDefaultClass`, pkg/volume/util/storageclass.go.
 */
export function defaultClass({ set }: CheckContext): ObjectEntry | undefined {
  const marked = set.ofKind(STORAGE_GROUP, 'StorageClass').filter(isDefaultClass);
  return marked.reduce<ObjectEntry | undefined>(
    (first, each) => (first === undefined || each.name < first.name ? each : first),
    undefined,
  );
}

/** Whether anything is known of the cluster's classes, so that the absence of one means something. */
export function knowsClasses({ set, external }: CheckContext): boolean {
  return (
    set.ofKind(STORAGE_GROUP, 'StorageClass').length > 0 || external.declares(STORAGE_GROUP, 'StorageClass')
  );
}

export function classOfClaim({ storageClass }: StorageClaim, context: CheckContext): ClassOfClaim {
  if (storageClass === '') return { is: 'none' };
  if (storageClass === undefined) {
    const entry = context.once(defaultClass);
    return entry === undefined ? { is: 'unnamed' } : known(entry, true);
  }
  const entry = context.set.find(STORAGE_GROUP, 'StorageClass', '', storageClass);
  if (entry !== undefined) return known(entry, false);
  const isOutside = context.external.has(STORAGE_GROUP, 'StorageClass', '', storageClass);
  return { is: isOutside ? 'outside' : 'absent', name: storageClass };
}

function known(entry: ObjectEntry, isDefault: boolean): ClassOfClaim {
  return {
    is: textField(entry.object, 'provisioner') === NO_PROVISIONER ? 'static' : 'dynamic',
    name: entry.name,
    entry,
    waits: entry.object.volumeBindingMode === 'WaitForFirstConsumer',
    isDefault,
  };
}
