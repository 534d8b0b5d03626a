import { Quantity } from '../../../../model/quantity';
import { type FieldStep, formatServerPath } from '../../field-step';
import { type ObjectView } from '../../object-view';
import { isHugePages, isIntegerResource, isOvercommitAllowed } from '../../resources/resource-names';
import { type Amounts } from './amounts';

/** What is held against each other. */
export interface Requirements {
  readonly limits: Amounts;
  readonly requests: Amounts;
  /** Tells what is wrong with the name of a resource, the key of a map. */
  readonly validateName: (owner: ObjectView, map: FieldStep, name: string) => void;
  /** Whether a limit is a request too where none is written, as in the containers of a Pod. */
  readonly limitsAreRequests?: boolean;
}

/** validateResourceRequirements in pkg/apis/core/validation/validation.go, without claims. */
export function validateRequirements(resources: ObjectView, requirements: Requirements): void {
  const { limits, requests, validateName, limitsAreRequests = false } = requirements;
  const { errors } = resources.validation;
  for (const [name, limit] of limits) {
    const before = errors.length;
    validateName(resources, 'limits', name);
    validateAmount(resources, 'limits', name, limit);
    if (!limitsAreRequests || requests.has(name) || errors.length === before) continue;
    // What is wrong with the limit is wrong with the request, which is written nowhere else.
    const field = formatServerPath([...resources.named, 'requests', { key: name }]);
    errors.push(...errors.slice(before).map((error) => ({ ...error, field, echo: true })));
  }
  for (const [name, request] of requests) {
    validateName(resources, 'requests', name);
    validateAmount(resources, 'requests', name, request);
    validateAgainstLimit(resources, name, request, limits.get(name));
  }
  const isIn = (name: string): boolean => limits.has(name) || requests.has(name);
  if (isIn('cpu') || isIn('memory')) return;
  if ([...limits.keys(), ...requests.keys()].some(isHugePages)) {
    resources.forbidden([], 'HugePages require cpu or memory', {
      help: 'set `cpu` or `memory` beside the huge pages',
    });
  }
}

/** ValidateResourceQuantityValue and validateResourceQuantityHugePageValue. */
function validateAmount(
  resources: ObjectView,
  map: 'limits' | 'requests',
  name: string,
  amount: Quantity,
): void {
  const refuse = (detail: string): void =>
    resources.invalid([map, { key: name }], detail, { value: amount.toString() });
  if (amount.sign() < 0) refuse('must be greater than or equal to 0');
  if (isIntegerResource(name) && amount.milliValue() % 1000n !== 0n) refuse('must be an integer');
  if (isHugePages(name) && !isDivisible(name, amount)) {
    refuse(`${amount.toString()} is not positive integer multiple of ${name}`);
  }
}

/** IsHugePageResourceValueDivisible in pkg/apis/core/helper/helpers.go. */
function isDivisible(name: string, amount: Quantity): boolean {
  const size = Quantity.tryParse(name.slice('hugepages-'.length));
  if (size === undefined || size.sign() <= 0 || size.milliValue() % 1000n !== 0n) return false;
  return amount.value() % size.value() === 0n;
}

/** The server names all requests where one is wrong. */
function validateAgainstLimit(
  resources: ObjectView,
  name: string,
  request: Quantity,
  limit: Quantity | undefined,
): void {
  const free = isOvercommitAllowed(name);
  if (limit === undefined) {
    if (free) return;
    resources.required('limits', 'Limit must be set for non overcommitable resources', {
      at: ['limits', { key: name }],
      help: `set \`limits.${name}: ${request.toString()}\` too`,
    });
    return;
  }
  const order = request.compare(limit);
  if (order === 0 || (order < 0 && free)) return;
  const at = ['requests', { key: name }];
  const value = request.toString();
  if (!free) {
    resources.invalid('requests', `must be equal to ${name} limit of ${limit.toString()}`, {
      value,
      at,
      help: `write the same amount of \`${name}\` in requests and limits`,
    });
  } else {
    resources.invalid('requests', `must be less than or equal to ${name} limit of ${limit.toString()}`, {
      value,
      at,
      help: `lower the request to ${limit.toString()} at most, or raise the limit to ${value}`,
    });
  }
}
