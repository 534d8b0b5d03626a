import { type ObjectView } from '../../object-view';
import { FILE_FIELDS, validateFieldRef } from '../validate-field-ref';
import { validateResourceFieldRef } from '../validate-resource-field-ref';
import { validateFileMode } from './validate-file-mode';
import { validateLocalPath } from './validate-paths';

/** validateDownwardAPIVolumeSource in pkg/apis/core/validation/validation.go. */
export function validateDownwardApi(source: ObjectView): void {
  validateFileMode(source, 'defaultMode');
  validateDownwardFiles(source);
}

/** validateDownwardAPIVolumeFile, of which the server leaves the index out: it names the source that the file is of. */
export function validateDownwardFiles(source: ObjectView): void {
  for (const item of source.objects('items')) validateDownwardFile(item.namedAs(source.named));
}

function validateDownwardFile(file: ObjectView): void {
  const path = file.text('path');
  if (path === '') file.required('path');
  validateLocalPath(file, 'path', path);
  const field = file.object('fieldRef');
  const resource = file.object('resourceFieldRef');
  if (field !== undefined) {
    validateFieldRef(field, FILE_FIELDS);
    if (resource !== undefined) {
      file.invalid([], 'fieldRef and resourceFieldRef can not be specified simultaneously', {
        value: 'resource',
      });
    }
  } else if (resource !== undefined) {
    validateResourceFieldRef(resource, true);
  } else {
    file.required([], 'one of fieldRef and resourceFieldRef is required');
  }
  validateFileMode(file, 'mode');
}
