import { configKeyErrors } from '../../../model/names/config-key';
import { type ObjectView } from '../object-view';
import { parseGoJsonObject } from './parse-go-json-object';

/** MaxSecretSize, k8s.io/api/core/v1/types.go: what etcd takes. */
const LARGEST = 1024 * 1024;
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

/** ValidateSecret in pkg/apis/core/validation/validation.go, after what `stringData` holds has been put into `data`. */
export function validateSecret(secret: ObjectView): void {
  const data = dataOf(secret);
  let size = 0;
  for (const [key, { value, field }] of data) {
    secret.allInvalid(['data', { key }], configKeyErrors(key), { value: key, at: [field, { key }] });
    size += value.length;
  }
  if (size > LARGEST) secret.tooLong('data', LARGEST);
  validateType(secret, data);
}

/** A value, and the field that it is written in. */
interface Datum {
  readonly value: Buffer;
  readonly field: 'data' | 'stringData';
}

type Data = ReadonlyMap<string, Datum>;

/** `stringData` goes before `data` (Convert_v1_Secret_To_core_Secret in pkg/apis/core/v1/conversion.go). */
function dataOf(secret: ObjectView): Data {
  const data = new Map<string, Datum>();
  for (const [key, value] of secret.textMap('data')) {
    data.set(key, { value: Buffer.from(value, 'base64'), field: 'data' });
  }
  for (const [key, value] of secret.textMap('stringData')) {
    data.set(key, { value: Buffer.from(value), field: 'stringData' });
  }
  return data;
}

function validateType(secret: ObjectView, data: Data): void {
  const need = (key: string, help = `add the key \`${key}\``): void =>
    secret.required(['data', { key }], '', { help });
  switch (secret.text('type')) {
    case 'kubernetes.io/service-account-token': {
      const annotations = secret.struct('metadata').textMap('annotations');
      if ((annotations.get(ACCOUNT_NAME) ?? '') === '') {
        secret.required(['metadata', 'annotations', { key: ACCOUNT_NAME }], '', {
          help: `add the annotation \`${ACCOUNT_NAME}\` with the name of the ServiceAccount`,
        });
      }
      return;
    }
    case 'kubernetes.io/dockercfg':
      validateDockerConfig(secret, data, '.dockercfg');
      return;
    case 'kubernetes.io/dockerconfigjson':
      validateDockerConfig(secret, data, '.dockerconfigjson');
      return;
    case 'kubernetes.io/basic-auth':
      if (!data.has('username') && !data.has('password')) {
        need('username', 'add `username`, `password` or both');
        need('password', 'add `username`, `password` or both');
      }
      return;
    case 'kubernetes.io/ssh-auth':
      if ((data.get('ssh-privatekey')?.value.length ?? 0) === 0) need('ssh-privatekey');
      return;
    case 'kubernetes.io/tls':
      for (const key of ['tls.crt', 'tls.key']) if (!data.has(key)) need(key);
  }
}

function validateDockerConfig(secret: ObjectView, data: Data, key: string): void {
  const written = data.get(key);
  if (written === undefined) {
    secret.required(['data', { key }], '', { help: `add the key \`${key}\` with the credentials as JSON` });
    return;
  }
  const problem = parseGoJsonObject(written.value.toString());
  if (problem === undefined) return;
  secret.invalid(['data', { key }], problem, {
    value: '<secret contents redacted>',
    at: [written.field, { key }],
    help: `write JSON into \`${key}\`, as \`docker login\` stores it: { "auths": { "<registry>": { ... } } }`,
  });
}
