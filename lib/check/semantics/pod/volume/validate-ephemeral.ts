import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { type JsonValue } from '../../../../model/json-value';
import { validateAnnotations } from '../../meta/validate-annotations';
import { validateLabels } from '../../meta/validate-labels';
import { type ObjectView } from '../../object-view';
import { validateClaimSpec } from '../../storage/validate-claim-spec';

/**
 * validateEphemeralVolumeSource in pkg/apis/core/validation/validation.go: a claim that is made for the pod, named after it.
 *
 * @param podName - Undefined for a template.
 */
export function validateEphemeral(ephemeral: ObjectView, volume: ObjectView, podName = ''): void {
  const template = ephemeral.object('volumeClaimTemplate');
  if (template === undefined) {
    ephemeral.required('volumeClaimTemplate');
  } else {
    validateTemplateMetadata(template);
    validateClaimSpec(template.struct('spec'), true);
  }
  const name = volume.text('name');
  if (podName === '' || name === '') return;
  const claimName = `${podName}-${name}`;
  for (const error of dns1123SubdomainErrors(claimName)) {
    volume.invalid('name', `PVC name "${claimName}": ${error}`);
  }
}

/** ValidateTemplateObjectMeta: labels and annotations, and nothing else. */
function validateTemplateMetadata(template: ObjectView): void {
  const metadata = template.object('metadata');
  if (metadata === undefined) return;
  validateAnnotations(metadata, 'annotations');
  validateLabels(metadata, 'labels');
  for (const [field, value] of template.entries('metadata')) {
    if (field === 'annotations' || field === 'labels' || isZero(value)) continue;
    // The server makes its names of those of Go's fields: `UID` becomes `uID`.
    metadata.forbidden(field === 'uid' ? 'uID' : field, 'cannot be set', {
      at: field,
      help: `remove \`${field}\`: such a claim has labels and annotations only, and gets its name from the pod and the volume`,
    });
  }
}

/** Whether it decodes to Go's zero value; a list or map that is there is none. */
function isZero(value: JsonValue): boolean {
  return value === null || value === '' || value === 0;
}
