import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type ObjectView } from '../object-view';

/**
 * Labels below a field, of an object, of a template or of a selector: keys and values (ValidateLabels in
 * k8s.io/apimachinery/pkg/apis/meta/v1/validation, which names the map and not the key).
 */
export function validateLabels(owner: ObjectView, field: string): void {
  const { version } = owner.validation;
  for (const [key, value] of owner.textMap(field)) {
    const refuse = (wrong: string, details: readonly string[]): void => {
      if (details.length > 0) owner.allInvalid(field, details, { value: wrong, at: [field, { key }] });
    };
    refuse(key, labelKeyErrors(key, version));
    refuse(value, labelValueErrors(value, version));
  }
}
