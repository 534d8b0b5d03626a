import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { validateAccessModes } from './validate-access-modes';
import { validateClaimSources } from './validate-claim-sources';

/**
 * ValidatePersistentVolumeClaimSpec in pkg/apis/core/validation/validation.go: of a claim, of a claim template and
 * of an ephemeral volume. The server names `resources[storage]` where `resources.requests.storage` is wrong.
 */
export function validateClaimSpec(spec: ObjectView, isTemplate = false): void {
  if (spec.list('accessModes').length === 0) {
    spec.required('accessModes', 'at least 1 access mode is required', {
      help: 'write `accessModes: [ReadWriteOnce]`, or what the pods need',
    });
  }
  const selector = spec.object('selector');
  if (selector !== undefined) validateLabelSelector(selector);
  validateAccessModes(spec);
  validateStorage(spec);
  const className = spec.text('storageClassName');
  if (className !== '') spec.allInvalid('storageClassName', dns1123SubdomainErrors(className));
  const mode = spec.text('volumeMode');
  if (spec.has('volumeMode') && mode !== 'Block' && mode !== 'Filesystem') {
    spec.notSupported('volumeMode', ['Block', 'Filesystem']);
  }
  validateClaimSources(spec, isTemplate);
  const attributes = spec.text('volumeAttributesClassName');
  // The feature gate VolumeAttributesClass, without which the field is dropped.
  if (attributes !== '' && spec.validation.since('1.34')) {
    spec.allInvalid('volumeAttributesClassName', dns1123SubdomainErrors(attributes));
  }
}

function validateStorage(spec: ObjectView): void {
  const steps = ['resources', { key: 'storage' }];
  const at = ['resources', 'requests', { key: 'storage' }];
  const requests = spec.struct('resources').entries('requests');
  if (!requests.some(([name]) => name === 'storage')) {
    spec.required(steps, '', { at, help: 'write `resources.requests.storage`, such as `1Gi`' });
    return;
  }
  const amount = spec.struct('resources').quantities('requests').get('storage');
  if (amount !== undefined && amount.sign() <= 0) {
    spec.invalid(steps, 'must be greater than zero', { value: amount.canonical(), at });
  }
}
