import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type ErrorOptions, type ObjectView } from '../object-view';

/**
 * Labels below a field, of an object, of a template or of a selector: keys and values (ValidateLabels in
 * k8s.io/apimachinery/pkg/apis/meta/v1/validation, which names the map and not the key).
 */
export function validateLabels(owner: ObjectView, field: string): void {
  const { version } = owner.validation;
  for (const [key, value] of owner.textMap(field)) {
    const at = (wrong: string): ErrorOptions => ({ value: wrong, at: [field, { key }] });
    owner.allInvalid(field, labelKeyErrors(key, version), at(key));
    owner.allInvalid(field, labelValueErrors(value, version), at(value));
  }
}
