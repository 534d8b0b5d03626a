import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { type ObjectView } from '../../object-view';
import { validateVolumeSource } from './validate-volume-source';

/**
 * ValidateVolumes in pkg/apis/core/validation/validation.go.
 *
 * @param pod - The metadata of a Pod; undefined for a template.
 * @returns Those that are valid, by name: no other can be mounted.
 */
export function validateVolumes(
  volumes: readonly ObjectView[],
  pod: ObjectView | undefined,
): ReadonlyMap<string, ObjectView> {
  const podName = pod?.text('name');
  const created = new Set(
    volumes
      .filter((volume) => podName !== undefined && podName !== '' && volume.has('ephemeral'))
      .map((volume) => `${podName ?? ''}-${volume.text('name')}`),
  );
  const valid = new Map<string, ObjectView>();
  for (const volume of volumes) {
    const { errors } = volume.validation;
    const before = errors.length;
    validateVolumeSource(volume, podName);
    const name = volume.text('name');
    if (name === '') volume.required('name');
    else volume.allInvalid('name', dns1123LabelErrors(name));
    if (valid.has(name)) volume.duplicate('name');
    if (errors.length === before) valid.set(name, volume);
    const claim = volume.object('persistentVolumeClaim');
    if (claim !== undefined && created.has(claim.text('claimName'))) {
      claim.invalid('claimName', 'must not reference a PVC that gets created for an ephemeral volume');
    }
  }
  return valid;
}
