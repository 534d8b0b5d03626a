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
    validateLimitAmounts(limit, type);
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

/** The names of all resources. The server fills in the defaults of containers before it looks at them. */
function validateNames(limit: ObjectView, type: string): void {
  const before = limit.validation.errors.length;
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
  if (type === 'Container') repeatForDefaults(limit, before);
}

/** What is filled in from each: SetDefaults_LimitRangeItem in pkg/apis/core/v1/defaults.go. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  max: ['default', 'defaultRequest'],
  default: ['defaultRequest'],
  min: ['defaultRequest'],
};

/** What is wrong with a name is wrong with it in the defaults too, which the server has filled in by then. */
function repeatForDefaults(limit: ObjectView, before: number): void {
  const { errors } = limit.validation;
  for (const error of errors.slice(before)) {
    const [, path = '', field = '', name = ''] = /^(.*\.)(max|min|default)\[(.*)\]$/.exec(error.field) ?? [];
    for (const filled of FILLED[field] ?? []) {
      if (limit.at([filled, { key: name }]) !== undefined) continue;
      errors.push({ ...error, field: `${path}${filled}[${name}]`, echo: true });
    }
  }
}

function requireStorage(limit: ObjectView): void {
  const has = (field: string): boolean => limit.entries(field).some(([name]) => name === 'storage');
  if (has('min') || has('max')) return;
  limit.required('limits', 'either minimum or maximum storage value is required, but neither was provided', {
    at: [],
    help: 'set `min.storage`, `max.storage` or both',
  });
}
