import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { goToLower } from '../../../../model/go/strings';
import { readAmount } from '../../../read-amount';
import { type ObjectView } from '../../object-view';
import { requireText } from './require-text';
import { validateDriverName } from './validate-driver-name';
import { refuseBacksteps, validateDescendingPath } from './validate-paths';

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

const RESERVED = /\.(?:kubernetes|k8s)\.io$/;

/** What is on the node, or names an object of the cluster; each from the function of its name upstream. */
export const LOCAL_SOURCES: Readonly<Record<string, (source: ObjectView) => void>> = {
  hostPath(source) {
    const path = source.text('path');
    if (path === '') {
      source.required('path');
      return;
    }
    refuseBacksteps(source, 'path', path);
    if (!HOST_PATH_TYPES.includes(source.text('type'))) source.notSupported('type', HOST_PATH_TYPES);
  },
  gitRepo(source) {
    requireText(source, 'repository');
    validateDescendingPath(source, 'directory', source.text('directory'));
  },
  persistentVolumeClaim(source) {
    requireText(source, 'claimName');
  },
  flexVolume(source) {
    requireText(source, 'driver');
    for (const key of source.textMap('options').keys()) {
      const domain = goToLower(key.slice(0, key.includes('/') ? key.indexOf('/') : key.length));
      if (!RESERVED.test(`.${domain}`)) continue;
      source.invalid(['options', { key }], 'kubernetes.io and k8s.io namespaces are reserved', {
        value: key,
      });
    }
  },
  csi(source) {
    validateDriverName(source);
    const secret = source.object('nodePublishSecretRef');
    if (secret === undefined) return;
    const name = secret.text('name');
    if (name === '') secret.required('name');
    // The server names `name` of the volume's source.
    else {
      source.allInvalid('name', dns1123SubdomainErrors(name), {
        value: name,
        at: ['nodePublishSecretRef', 'name'],
      });
    }
  },
};

/** The size of an `emptyDir`, as validateVolumeSource in pkg/apis/core/validation/validation.go has it. */
export function validateEmptyDir(emptyDir: ObjectView): void {
  const limit = emptyDir.raw('sizeLimit');
  const size = readAmount(limit);
  if (size !== undefined && size.sign() < 0) {
    emptyDir.forbidden('sizeLimit', 'SizeLimit field must be a valid resource quantity', {
      help: 'write an amount of 0 or more, such as `1Gi`',
    });
  }
}
