import { byteLength } from '../../../model/names/messages';
import { configKeyErrors } from '../../../model/names/config-key';
import { type ObjectView } from '../object-view';

/** MaxSecretSize, k8s.io/api/core/v1/types.go: what etcd takes. */
const LARGEST = 1024 * 1024;

/** ValidateConfigMap in pkg/apis/core/validation/validation.go. */
export function validateConfigMap(configMap: ObjectView): void {
  let size = 0;
  const binary = new Map(configMap.entries('binaryData'));
  configMap.eachText('data', (key, value) => {
    const errors = configKeyErrors(key);
    if (errors.length > 0) configMap.allInvalid(['data', { key }], errors, { value: key });
    if (binary.has(key)) {
      configMap.invalid(['data', { key }], 'duplicate of key present in binaryData', { value: key });
    }
    size += byteLength(value);
  });
  for (const [key, value] of binary) {
    configMap.allInvalid(['binaryData', { key }], configKeyErrors(key), { value: key });
    if (typeof value === 'string') size += Buffer.from(value, 'base64').length;
  }
  // The server names no field (field.NewPath("")).
  if (size > LARGEST) {
    configMap.tooLong([], LARGEST, {
      help: 'split it, or put what is large into a volume or an image',
    });
  }
}
