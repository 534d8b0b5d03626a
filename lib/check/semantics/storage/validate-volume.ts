import { posix } from 'node:path';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { byteLength } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';
import { validateNodeSelector } from '../pod/scheduling/validate-node-selector';
import { PERSISTENT_SOURCES } from './persistent-sources';
import { validateAccessModes } from './validate-access-modes';

const POLICIES = ['Delete', 'Recycle', 'Retain'];
const MODES = ['Block', 'Filesystem'];

/** Fields as the server names them, where it does otherwise, when they are one source too many. */
const AS_SECOND: Readonly<Record<string, string>> = { cephfs: 'cephFS' };
/** The same, when something is wrong in them. */
const AS_ONLY: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };

/** ValidatePersistentVolumeSpec in pkg/apis/core/validation/validation.go. */
export function validateVolume(volume: ObjectView): void {
  const spec = volume.struct('spec');
  if (spec.list('accessModes').length === 0) {
    spec.required('accessModes', '', {
      help: 'write how nodes may mount it: `accessModes: [ReadWriteOnce]`',
    });
  }
  validateAccessModes(spec);
  validateCapacity(spec);
  const policy = spec.text('persistentVolumeReclaimPolicy');
  if (policy !== '' && !POLICIES.includes(policy)) {
    spec.notSupported('persistentVolumeReclaimPolicy', POLICIES);
  }
  validateNodeAffinity(spec);
  validateSource(volume, spec);
  const path = spec.object('hostPath')?.text('path');
  if (path !== undefined && path !== '' && policy === 'Recycle' && posix.normalize(path) === '/') {
    spec.forbidden('persistentVolumeReclaimPolicy', "may not be 'recycle' for a hostPath mount of '/'", {
      help: 'write `Retain`: recycling would empty the node',
    });
  }
  const className = spec.text('storageClassName');
  if (className !== '') spec.allInvalid('storageClassName', dns1123SubdomainErrors(className));
  const mode = spec.optionalText('volumeMode');
  if (mode !== undefined && !MODES.includes(mode)) spec.notSupported('volumeMode', MODES);
  validateAttributesClass(spec);
}

function validateCapacity(spec: ObjectView): void {
  const written = spec.entries('capacity').map(([name]) => name);
  if (written.length === 0) {
    spec.required('capacity', '', { help: 'write how large it is: `capacity: { storage: 10Gi }`' });
  }
  if (!written.includes('storage') || written.length > 1) {
    spec.notSupported('capacity', ['storage'], { echo: written.length === 0 });
  }
  for (const [name, amount] of spec.quantities('capacity')) {
    const at = ['capacity', { key: name }];
    if (amount.sign() < 0) spec.invalid(at, 'must be a valid resource quantity', { echo: true });
    if (amount.sign() <= 0) spec.invalid(at, 'must be greater than zero', { value: amount.canonical() });
  }
}

/** validateVolumeNodeAffinity. */
function validateNodeAffinity(spec: ObjectView): void {
  const affinity = spec.object('nodeAffinity');
  if (affinity === undefined) return;
  const required = affinity.object('required');
  if (required === undefined) affinity.required('required', 'must specify required node constraints');
  else validateNodeSelector(required, !spec.validation.since('1.33'));
}

function validateSource(volume: ObjectView, spec: ObjectView): void {
  let found = false;
  for (const [field, validate] of Object.entries(PERSISTENT_SOURCES)) {
    const source = spec.object(field);
    if (source === undefined) continue;
    // Upstream lets a flexVolume stand beside another.
    if (found && field !== 'flexVolume') {
      spec.forbidden(AS_SECOND[field] ?? field, 'may not specify more than 1 volume type', {
        at: field,
        help: `a volume has one source: remove \`${field}\`, or make two volumes`,
      });
      continue;
    }
    found = true;
    const named = AS_ONLY[field];
    validate(named === undefined ? source : source.namedAs([...spec.named, named]));
    if (field === 'iscsi') validateInitiator(volume, source);
    if (field === 'local' && !spec.has('nodeAffinity')) {
      spec.required('nodeAffinity', 'Local volume requires node affinity', {
        help: 'name the node that has it, by `kubernetes.io/hostname`',
      });
    }
  }
  if (!found) {
    volume.required('spec', 'must specify a volume type', {
      help: 'say where it is: `csi`, `nfs`, `local`, `hostPath`, ...',
    });
  }
}

function validateInitiator(volume: ObjectView, iscsi: ObjectView): void {
  const portal = iscsi.text('targetPortal');
  const name = volume.struct('metadata').text('name');
  if (!iscsi.has('initiatorName') || byteLength(`${name}:${portal}`) <= 64) return;
  iscsi.invalid(
    'targetportal',
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.',
    { value: portal, at: 'targetPortal' },
  );
}

/** Looked at since the feature gate VolumeAttributesClass is on by default. */
function validateAttributesClass(spec: ObjectView): void {
  const name = spec.optionalText('volumeAttributesClassName');
  if (name === undefined || !spec.validation.since('1.34')) return;
  if (name === '') spec.required('volumeAttributesClassName', 'an empty string is disallowed');
  else spec.allInvalid('volumeAttributesClassName', dns1123SubdomainErrors(name));
  if (!spec.has('csi')) {
    spec.required('csi', 'has to be specified when using volumeAttributesClassName');
  }
}
