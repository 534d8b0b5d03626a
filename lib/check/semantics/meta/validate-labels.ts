import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type ObjectView } from '../object-view';

/**
 * Labels below a field, of an object, of a template or of a selector: keys and values (ValidateLabels in
 * k8s.io/apimachinery/pkg/apis/meta/v1/validation, which names the map and not the key).
 */
export function validateLabels(owner: ObjectView, field: string): void {
  const { version } = owner.validation;
  owner.eachText(field, (key, value) => {
    const ofKey = labelKeyErrors(key, version);
    if (ofKey.length > 0) owner.allInvalid(field, ofKey, { value: key, at: [field, { key }] });
    const ofValue = labelValueErrors(value, version);
    if (ofValue.length > 0) owner.allInvalid(field, ofValue, { value, at: [field, { key }] });
  });
}
