import { isJsonObject } from '../../../model/json-object';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';

/** ValidateControllerRevisionCreate in pkg/apis/apps/validation/validation.go; until 1.30 any data would do. */
export function validateControllerRevision(revision: ObjectView): void {
  validateNonnegative(revision, 'revision');
  const data = revision.raw('data');
  if (data === undefined) revision.required('data', 'data is mandatory');
  else if (revision.validation.since('1.31') && !isJsonObject(data)) {
    revision.required('data', 'data must be a valid JSON object');
  }
}
