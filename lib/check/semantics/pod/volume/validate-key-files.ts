import { type ObjectView } from '../../object-view';
import { validateFileMode } from './validate-file-mode';
import { validateLocalPath } from './validate-paths';

/** validateSecretVolumeSource in pkg/apis/core/validation/validation.go. */
export function validateSecretFiles(secret: ObjectView): void {
  validateKeyFiles(secret, 'secretName');
}

/** validateConfigMapVolumeSource in pkg/apis/core/validation/validation.go. */
export function validateConfigMapFiles(configMap: ObjectView): void {
  validateKeyFiles(configMap, 'name');
}

function validateKeyFiles(source: ObjectView, nameField: string): void {
  if (source.text(nameField) === '') source.required(nameField);
  validateFileMode(source, 'defaultMode');
  for (const item of source.objects('items')) validateKeyToPath(item);
}

/** validateKeyToPath: a key and the file that it becomes. */
export function validateKeyToPath(item: ObjectView): void {
  if (item.text('key') === '') item.required('key');
  const path = item.text('path');
  if (path === '') item.required('path');
  validateLocalPath(item, 'path', path);
  validateFileMode(item, 'mode');
}
