import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { type PodTemplate } from '../../model/pod-template';

/** A claim that the pods of a workload mount; all of them the same one. */
export interface MountedClaim {
  readonly name: string;
  /** JSON pointer of the name. */
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** The claims that a pod's volumes name, each once. */
export function mountedClaims({ spec, specPointer }: PodTemplate): readonly MountedClaim[] {
  const found = new Map<string, MountedClaim>();
  for (const [index, volume] of listField(spec, 'volumes').entries()) {
    const source = isJsonObject(volume) ? objectField(volume, 'persistentVolumeClaim') : undefined;
    const name = textField(source, 'claimName');
    if (name === undefined || found.has(name)) continue;
    const path = `${specPointer}/volumes/${index}/persistentVolumeClaim/claimName`;
    found.set(name, { name, path, isReadOnly: source?.readOnly === true });
  }
  return [...found.values()];
}

/** A workload that mounts a claim. */
export interface Mounter {
  readonly entry: ObjectEntry;
  readonly mounted: MountedClaim;
}
