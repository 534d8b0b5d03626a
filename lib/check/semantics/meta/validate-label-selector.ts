import { labelKeyErrors } from '../../../model/names/label-key';
import { labelValueErrors } from '../../../model/names/label-value';
import { type ObjectView } from '../object-view';
import { validateLabels } from './validate-labels';

/** What upstream's LabelSelectorValidationOptions leave out. */
export interface LabelSelectorOptions {
  /** Takes values of `matchExpressions` that no label can have. */
  readonly anyValue?: boolean;
}

/** ValidateLabelSelector in k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go. */
export function validateLabelSelector(selector: ObjectView, options: LabelSelectorOptions = {}): void {
  validateLabels(selector, 'matchLabels');
  for (const requirement of selector.objects('matchExpressions')) validateRequirement(requirement, options);
}

/** ValidateLabelSelectorRequirement. */
function validateRequirement(requirement: ObjectView, { anyValue = false }: LabelSelectorOptions): void {
  const { version } = requirement.validation;
  const values = requirement.texts('values');
  switch (requirement.text('operator')) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        requirement.required('values', "must be specified when `operator` is 'In' or 'NotIn'");
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        requirement.forbidden('values', "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      }
      break;
    default:
      requirement.invalid('operator', 'not a valid selector operator', {
        value: requirement.text('operator'),
        help: 'write `In`, `NotIn`, `Exists` or `DoesNotExist`',
      });
  }
  requirement.allInvalid('key', labelKeyErrors(requirement.text('key'), version), {
    value: requirement.text('key'),
  });
  if (anyValue) return;
  values.forEach((value, index) => {
    requirement.allInvalid(['values', index], labelValueErrors(value, version));
  });
}
