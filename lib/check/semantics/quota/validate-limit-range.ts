import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';
import { validateContainerResourceName } from '../resources/validate-container-resource-name';
import { validateResourceName } from '../resources/validate-resource-name';
import { validateLimitAmounts } from './validate-limit-amounts';

const TYPES: ReadonlySet<string> = new Set(['Pod', 'Container', 'PersistentVolumeClaim']);

/** ValidateLimitRange in pkg/apis/core/validation/validation.go. */
export function validateLimitRange(limitRange: ObjectView): void {
  const seen = new Set<string>();
  for (const limit of limitRange.struct('spec').objects('limits')) {
    const type = limit.text('type');
    validateType(limit, type);
    if (seen.has(type)) {
      limit.duplicate('type', { value: type, help: `write one entry for \`${type}\`, with all its limits` });
    }
    seen.add(type);
    validateNames(limit, type);
    if (type === 'PersistentVolumeClaim') requireStorage(limit);
    validateLimitAmounts(limit, type === 'Pod');
  }
}

/** validateLimitRangeTypeName. */
function validateType(limit: ObjectView, type: string): void {
  const errors = labelKeyErrors(type, limit.validation.version);
  limit.allInvalid('type', errors, { value: type });
  if (errors.length > 0 || type.includes('/') || TYPES.has(type)) return;
  limit.invalid('type', 'must be a standard limit type or fully qualified', {
    help: 'write `Container`, `Pod` or `PersistentVolumeClaim`',
  });
}

function validateNames(limit: ObjectView, type: string): void {
  const validate =
    type === 'Pod' || type === 'Container' ? validateContainerResourceName : validateResourceName;
  const all = (field: string): void => {
    for (const [name] of limit.entries(field)) validate(limit, field, name);
  };
  all('max');
  all('min');
  for (const field of ['default', 'defaultRequest']) {
    if (type !== 'Pod') all(field);
    else if (limit.entries(field).length > 0) {
      limit.forbidden(field, "may not be specified when `type` is 'Pod'", {
        help: 'defaults are for containers: move them to the entry of type `Container`',
      });
    }
  }
  all('maxLimitRequestRatio');
}

function requireStorage(limit: ObjectView): void {
  const has = (field: string): boolean => limit.entries(field).some(([name]) => name === 'storage');
  if (has('min') || has('max')) return;
  limit.required('limits', 'either minimum or maximum storage value is required, but neither was provided', {
    at: [],
    help: 'set `min.storage`, `max.storage` or both',
  });
}
