import { configKeyErrors } from '../../../../model/names/config-key';
import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { envVarNameErrors } from '../../../../model/names/env-var-name';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { ENV_FIELDS, validateFieldRef } from '../validate-field-ref';
import { validateResourceFieldRef } from '../validate-resource-field-ref';
import { refuseBacksteps } from '../volume/validate-paths';

/** ValidateEnv in pkg/apis/core/validation/validation.go. */
export function validateEnv(container: ObjectView): void {
  if (!container.has('env')) return;
  for (const variable of container.objects('env')) {
    const name = variable.text('name');
    if (name === '') variable.required('name');
    else variable.allInvalid('name', envVarNameErrors(name, container.validation.version));
    const source = variable.object('valueFrom');
    if (source !== undefined) validateSource(variable, source);
  }
}

/** validateEnvVarValueFrom. */
function validateSource(variable: ObjectView, source: ObjectView): void {
  const files = hasPodFeature(source.validation, 'EnvFiles');
  let sources = 0;
  const each = (field: string, validate: (part: ObjectView) => void): void => {
    const part = source.object(field);
    if (part === undefined) return;
    sources++;
    validate(part);
  };
  each('fieldRef', (ref) => validateFieldRef(ref, ENV_FIELDS));
  each('resourceFieldRef', (ref) => validateResourceFieldRef(ref, false));
  each('configMapKeyRef', validateKeyRef);
  each('secretKeyRef', validateKeyRef);
  if (files) each('fileKeyRef', validateFileKeyRef);
  if (sources === 0) {
    const choice = files
      ? '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
      : '`fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`';
    variable.invalid('valueFrom', `must specify one of: ${choice}`, { value: '' });
  } else if (variable.text('value') !== '') {
    variable.invalid('valueFrom', 'may not be specified when `value` is not empty', {
      value: '',
      help: 'keep either `value` or `valueFrom`',
    });
  } else if (sources > 1) {
    variable.invalid('valueFrom', 'may not have more than one field specified at a time', { value: '' });
  }
}

/** validateConfigMapKeySelector and validateSecretKeySelector. */
function validateKeyRef(ref: ObjectView): void {
  ref.allInvalid('name', dns1123SubdomainErrors(ref.text('name')), { value: ref.text('name') });
  const key = ref.text('key');
  if (key === '') ref.required('key');
  else ref.allInvalid('key', configKeyErrors(key));
}

/** validateFileKeySelector. */
function validateFileKeyRef(ref: ObjectView): void {
  const key = ref.text('key');
  if (key === '') ref.required('key');
  else ref.allInvalid('key', envVarNameErrors(key, ref.validation.version));
  const volume = ref.text('volumeName');
  if (volume === '') ref.required('volumeName');
  else ref.allInvalid('volumeName', dns1123LabelErrors(volume));
  const path = ref.text('path');
  if (path === '') ref.required('path');
  else refuseBacksteps(ref, 'path', path);
}
