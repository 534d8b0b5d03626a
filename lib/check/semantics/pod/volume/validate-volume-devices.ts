import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';
import { missingVolumeHelp } from './missing-volume-help';

/** ValidateVolumeDevices in pkg/apis/core/validation/validation.go. */
export function validateVolumeDevices(container: ObjectView, scope: PodScope): void {
  if (!container.has('volumeDevices')) return;
  const mounts = container
    .objects('volumeMounts')
    .filter((mount) => !scope.droppedVolumes.has(mount.text('name')));
  // As upstream, of a volume that is mounted twice the last path counts.
  const mounted = new Map(mounts.map((mount) => [mount.text('name'), mount.text('mountPath')]));
  const mountPaths = new Set(mounted.values());
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const device of container.objects('volumeDevices')) {
    const name = device.text('name');
    const path = device.text('devicePath');
    const invalid = (field: string, detail: string): void =>
      device.invalid(field, detail, { value: device.text(field) });
    if (name === '') device.required('name');
    if (names.has(name)) invalid('name', 'must be unique');
    const volume = scope.volumes.get(name);
    if (volume === undefined) {
      device.notFound('name', '', { value: name, help: missingVolumeHelp(name, scope) });
    } else if (!volume.has('persistentVolumeClaim') && !volume.has('ephemeral')) {
      invalid('name', 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode');
    }
    if (path === '') device.required('devicePath');
    if (paths.has(path)) invalid('devicePath', 'must be unique');
    if (path.split('/').includes('..')) invalid('devicePath', "can not contain backsteps ('..')");
    else paths.add(path);
    if (mounted.has(name)) invalid('name', 'must not already exist in volumeMounts');
    if (mountPaths.has(path)) invalid('devicePath', 'must not already exist as a path in volumeMounts');
    if (name !== '') names.add(name);
  }
}
