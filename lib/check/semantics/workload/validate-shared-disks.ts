import { type ObjectView } from '../object-view';

/**
 * ValidateReadOnlyPersistentDisks in pkg/apis/core/validation/validation.go: 1.28 takes a writable disk of Google's for one
 * pod only; later versions have SkipReadOnlyValidationGCE.
 */
export function validateSharedDisks(spec: ObjectView, pods: number): void {
  if (pods <= 1 || spec.validation.since('1.29')) return;
  for (const volume of spec.struct('template').struct('spec').objects('volumes')) {
    const disk = volume.object('gcePersistentDisk');
    if (disk !== undefined && !disk.flag('readOnly')) {
      disk.invalid(
        'readOnly',
        'must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
        { value: false },
      );
    }
  }
}
