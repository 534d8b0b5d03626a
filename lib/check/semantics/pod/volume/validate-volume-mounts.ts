import { type ErrorOptions, type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { missingVolumeHelp } from './missing-volume-help';
import { validateDescendingPath } from './validate-paths';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIONS = ['Disabled', 'Enabled', 'IfPossible'];
const FIELD = 'volumeMounts';

/** ValidateVolumeMounts in pkg/apis/core/validation/validation.go. */
export function validateVolumeMounts(container: ObjectView, scope: PodScope): void {
  if (!container.has(FIELD)) return;
  const devices = container.has('volumeDevices') ? container.objects('volumeDevices') : [];
  // As upstream, of a volume that is named twice the last path counts.
  const attached = new Map(devices.map((device) => [device.text('name'), device.text('devicePath')]));
  const devicePaths = new Set(attached.values());
  const paths = new Set<string>();
  for (const mount of mountsOf(container, scope)) {
    const name = mount.text('name');
    const path = mount.text('mountPath');
    if (name === '') mount.required('name');
    if (!scope.volumes.has(name)) {
      mount.notFound('name', '', { value: name, help: missingVolumeHelp(name, scope) });
    }
    if (path === '') mount.required('mountPath');
    if (paths.has(path)) {
      mount.invalid('mountPath', 'must be unique', {
        value: path,
        help: 'another mount of this container has this path: give each another one, or use a projected volume',
      });
    }
    paths.add(path);
    if (attached.has(name)) mount.invalid('name', 'must not already exist in volumeDevices', { value: name });
    if (devicePaths.has(path)) {
      mount.invalid('mountPath', 'must not already exist as a path in volumeDevices', { value: path });
    }
    validateWithoutIndex(mount, container);
  }
}

/** The mounts that are left when those of dropped volumes are, each named by its place among them. */
function mountsOf(container: ObjectView, { droppedVolumes }: PodScope): readonly ObjectView[] {
  const mounts = container.objects(FIELD);
  if (droppedVolumes.size === 0) return mounts;
  return mounts
    .filter((mount) => !droppedVolumes.has(mount.text('name')))
    .map((mount, index) => mount.namedAs([...container.named, FIELD, index]));
}

/** Of these the server names the field below the list, and leaves the index out. */
function validateWithoutIndex(indexed: ObjectView, container: ObjectView): void {
  const mount = indexed.namedAs([...container.named, FIELD]);
  const subPath = mount.text('subPath');
  const expression = mount.text('subPathExpr');
  if (subPath !== '') validateDescendingPath(mount, 'subPath', subPath);
  if (expression !== '') {
    if (subPath !== '') {
      indexed.invalid('subPathExpr', 'subPathExpr and subPath are mutually exclusive', {
        help: 'keep one of `subPath` and `subPathExpr`',
      });
    }
    validateDescendingPath(mount, 'subPathExpr', expression);
  }
  validatePropagation(mount, container);
  if (hasPodFeature(mount.validation, 'RecursiveReadOnlyMounts')) validateRecursion(mount);
}

/** validateMountPropagation. */
function validatePropagation(mount: ObjectView, container: ObjectView): void {
  const propagation = mount.optionalText('mountPropagation');
  if (propagation === undefined) return;
  if (!PROPAGATIONS.includes(propagation)) mount.notSupported('mountPropagation', PROPAGATIONS);
  if (propagation === 'Bidirectional' && !container.struct('securityContext').flag('privileged')) {
    mount.forbidden(
      'mountPropagation',
      'Bidirectional mount propagation is available only to privileged containers',
      { help: 'use `HostToContainer`, or set `privileged: true` in the container, which gives it the node' },
    );
  }
}

/** validateMountRecursiveReadOnly. */
function validateRecursion(mount: ObjectView): void {
  const recursion = mount.optionalText('recursiveReadOnly');
  if (recursion === undefined || recursion === 'Disabled') return;
  if (!RECURSIONS.includes(recursion)) {
    mount.notSupported('recursiveReadOnly', RECURSIONS);
    return;
  }
  if (!mount.flag('readOnly')) {
    mount.forbidden('recursiveReadOnly', 'may only be specified when readOnly is true', SET_READ_ONLY);
  }
  const propagation = mount.optionalText('mountPropagation');
  if (propagation !== undefined && propagation !== 'None') {
    mount.forbidden(
      'recursiveReadOnly',
      'may only be specified when mountPropagation is None or not specified',
    );
  }
}

const SET_READ_ONLY: ErrorOptions = { help: 'set `readOnly: true` beside it' };
