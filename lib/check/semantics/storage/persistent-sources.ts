import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';
import { CLOUD_SOURCES } from '../pod/volume/cloud-sources';
import { LOCAL_SOURCES } from '../pod/volume/local-sources';
import { NETWORK_SOURCES } from '../pod/volume/network-sources';
import { requireText } from '../pod/volume/require-text';
import { validateAzureDisk } from '../pod/volume/validate-azure-disk';
import { validateDriverName } from '../pod/volume/validate-driver-name';
import { validateIscsi } from '../pod/volume/validate-iscsi';
import { refuseBacksteps } from '../pod/volume/validate-paths';

type SourceValidator = (source: ObjectView) => void;

/** References to Secrets, which a volume of no namespace has to name with theirs. */
const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

/**
 * The sources of a PersistentVolume, in the order in which upstream looks at them; what differs from those of pods is
 * here, each from the function of its name in pkg/apis/core/validation/validation.go.
 */
export const PERSISTENT_SOURCES: Readonly<Record<string, SourceValidator>> = {
  hostPath: of(LOCAL_SOURCES, 'hostPath'),
  gcePersistentDisk: of(CLOUD_SOURCES, 'gcePersistentDisk'),
  awsElasticBlockStore: of(CLOUD_SOURCES, 'awsElasticBlockStore'),
  glusterfs(source) {
    requireText(source, 'endpoints', 'path');
    const namespace = source.optionalText('endpointsNamespace');
    if (namespace === '') {
      source.invalid(
        'endpointsNamespace',
        'if the endpointnamespace is set, it must be a valid namespace name',
      );
    } else if (namespace !== undefined) {
      source.allInvalid('endpointsNamespace', dns1123LabelErrors(namespace));
    }
  },
  flocker: of(NETWORK_SOURCES, 'flocker'),
  nfs: of(NETWORK_SOURCES, 'nfs'),
  rbd: of(NETWORK_SOURCES, 'rbd'),
  quobyte: of(NETWORK_SOURCES, 'quobyte'),
  cephfs: of(NETWORK_SOURCES, 'cephfs'),
  iscsi(source) {
    validateIscsi(source);
    const secret = source.object('secretRef');
    if (secret !== undefined) requireText(secret, 'name');
  },
  cinder(source) {
    requireText(source, 'volumeID');
    requireSecret(source);
  },
  fc: of(NETWORK_SOURCES, 'fc'),
  flexVolume: of(LOCAL_SOURCES, 'flexVolume'),
  azureFile(source) {
    requireText(source, 'secretName', 'shareName');
    if (source.optionalText('secretNamespace') === '') source.required('secretNamespace');
  },
  vsphereVolume: of(CLOUD_SOURCES, 'vsphereVolume'),
  photonPersistentDisk: of(CLOUD_SOURCES, 'photonPersistentDisk'),
  portworxVolume: of(CLOUD_SOURCES, 'portworxVolume'),
  azureDisk: validateAzureDisk,
  scaleIO: of(CLOUD_SOURCES, 'scaleIO'),
  local(source) {
    const path = source.text('path');
    if (path === '') source.required('path');
    else refuseBacksteps(source, 'path', path);
  },
  storageos(source) {
    const name = source.text('volumeName');
    if (name === '') source.required('volumeName');
    else source.allInvalid('volumeName', dns1123LabelErrors(name));
    const namespace = source.text('volumeNamespace');
    if (namespace !== '') source.allInvalid('volumeNamespace', dns1123LabelErrors(namespace));
    requireSecret(source);
  },
  csi(source) {
    validateDriverName(source);
    requireText(source, 'volumeHandle');
    for (const field of CSI_SECRETS) {
      const secret = source.object(field);
      if (secret !== undefined) validateSecretReference(secret);
    }
  },
};

function of(sources: Readonly<Record<string, SourceValidator>>, name: string): SourceValidator {
  const validate = sources[name];
  if (validate === undefined) throw new Error(`no source ${name}`);
  return validate;
}

function requireSecret(source: ObjectView): void {
  const secret = source.object('secretRef');
  if (secret !== undefined) requireText(secret, 'name', 'namespace');
}

/** validatePVSecretReference. */
function validateSecretReference(secret: ObjectView): void {
  const [name, namespace] = [secret.text('name'), secret.text('namespace')];
  if (name === '') secret.required('name');
  else secret.allInvalid('name', dns1123SubdomainErrors(name));
  if (namespace === '') secret.required('namespace');
  else secret.allInvalid('namespace', dns1123LabelErrors(namespace));
}
