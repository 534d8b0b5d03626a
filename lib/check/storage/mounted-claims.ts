import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { oncePer } from '../../model/once-per';
import { type PodTemplate } from '../../model/pod-template';

/** A claim that the pods of a workload mount; all of them the same one. */
export interface MountedClaim {
  readonly name: string;
  /** JSON pointer of the name. */
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** The claims that a pod's volumes name, each once. */
export const mountedClaims = oncePer(({ spec, specPointer }: PodTemplate): readonly MountedClaim[] => {
  const found: MountedClaim[] = [];
  const names = new Set<string>();
  listField(spec, 'volumes').forEach((volume, index) => {
    const source = isJsonObject(volume) ? objectField(volume, 'persistentVolumeClaim') : undefined;
    const name = textField(source, 'claimName');
    if (name === undefined || names.has(name)) return;
    names.add(name);
    const path = `${specPointer}/volumes/${index}/persistentVolumeClaim/claimName`;
    found.push({ name, path, isReadOnly: source?.readOnly === true });
  });
  return found;
});

/** A workload that mounts a claim. */
export interface Mounter {
  readonly entry: ObjectEntry;
  readonly mounted: MountedClaim;
}
