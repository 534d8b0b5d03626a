import { type ObjectView } from '../../object-view';
import { validateAzureDisk } from './validate-azure-disk';
import { validateDownwardApi } from './validate-downward-api';
import { validateEphemeral } from './validate-ephemeral';
import { validateConfigMapFiles, validateSecretFiles } from './validate-key-files';
import { validateImageVolume } from './validate-image-volume';
import { validateIscsi, validateIscsiName } from './validate-iscsi';
import { validateProjected } from './validate-projected';
import { CLOUD_SOURCES } from './cloud-sources';
import { LOCAL_SOURCES, validateEmptyDir } from './local-sources';
import { NETWORK_SOURCES } from './network-sources';

type SourceValidator = (source: ObjectView) => void;

const VALIDATORS: Readonly<Record<string, SourceValidator>> = {
  ...LOCAL_SOURCES,
  ...CLOUD_SOURCES,
  ...NETWORK_SOURCES,
  secret: validateSecretFiles,
  configMap: validateConfigMapFiles,
  downwardAPI: validateDownwardApi,
  projected: validateProjected,
  iscsi: validateIscsi,
  azureDisk: validateAzureDisk,
};

/** In upstream's order: the first is looked at, and others are too many. */
const ORDER = [
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
];

/** Fields as the server names them, where it does otherwise, when they are one source too many. */
const AS_SECOND: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** The same, when something is wrong in them. */
const AS_ONLY: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };

/**
 * validateVolumeSource in pkg/apis/core/validation/validation.go: that there is one source, and only one. A volume without
 * any is an `emptyDir` by default.
 *
 * @param podName - The name of the Pod, after which the claims of ephemeral volumes are named; undefined for a template.
 */
export function validateVolumeSource(volume: ObjectView, podName: string | undefined): void {
  const emptyDir = volume.object('emptyDir');
  if (emptyDir !== undefined) validateEmptyDir(emptyDir);
  let found = emptyDir !== undefined;
  for (const field of ORDER) {
    const source = volume.object(field);
    if (source === undefined) continue;
    if (found) {
      volume.forbidden(AS_SECOND[field] ?? field, 'may not specify more than 1 volume type', {
        at: field,
        help: `a volume has one source: remove \`${field}\`, or make two volumes`,
      });
    } else if (field === 'ephemeral') {
      validateEphemeral(source, volume, podName);
    } else if (field === 'image') {
      validateImageVolume(source, podName !== undefined);
    } else {
      const named = AS_ONLY[field];
      VALIDATORS[field]?.(named === undefined ? source : source.namedAs([...volume.named, named]));
    }
    found = true;
    if (field === 'iscsi') validateIscsiName(source, volume);
  }
}
