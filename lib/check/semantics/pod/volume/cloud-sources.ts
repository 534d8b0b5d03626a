import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { type ObjectView } from '../../object-view';
import { requireText } from './require-text';

/** What a cloud or a vendor provides; each from the function of its name in pkg/apis/core/validation/validation.go. */
export const CLOUD_SOURCES: Readonly<Record<string, (source: ObjectView) => void>> = {
  gcePersistentDisk(source) {
    requireText(source, 'pdName');
    validatePartition(source);
  },
  awsElasticBlockStore(source) {
    requireText(source, 'volumeID');
    validatePartition(source);
  },
  azureFile(source) {
    requireText(source, 'secretName', 'shareName');
  },
  vsphereVolume(source) {
    requireText(source, 'volumePath');
  },
  photonPersistentDisk(source) {
    requireText(source, 'pdID');
  },
  portworxVolume(source) {
    requireText(source, 'volumeID');
  },
  cinder(source) {
    requireText(source, 'volumeID');
    requireSecretName(source);
  },
  scaleIO(source) {
    requireText(source, 'gateway', 'system', 'volumeName');
  },
  storageos(source) {
    const name = source.text('volumeName');
    if (name === '') source.required('volumeName');
    else source.allInvalid('volumeName', dns1123LabelErrors(name));
    const namespace = source.text('volumeNamespace');
    if (namespace !== '') source.allInvalid('volumeNamespace', dns1123LabelErrors(namespace));
    requireSecretName(source);
  },
};

/** 0 stands for the whole disk, which the server's words leave out. */
function validatePartition(source: ObjectView): void {
  const partition = source.number('partition');
  if (partition >= 0 && partition <= 255) return;
  source.invalid('partition', 'must be between 1 and 255, inclusive');
}

function requireSecretName(source: ObjectView): void {
  const secret = source.object('secretRef');
  if (secret !== undefined) requireText(secret, 'name');
}
