import { type Quantity } from '../../../../model/quantity';
import { type FieldStep } from '../../field-step';
import { type ObjectView } from '../../object-view';
import { isHugePages, isOvercommitAllowed } from '../../resources/resource-names';
import { validateResourceName } from '../../resources/validate-resource-name';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { type Amounts } from './amounts';
import { aggregateAmounts } from './container-amounts';
import { validateClaimNames } from './validate-claim-names';
import { validateRequirements } from './validate-requirements';

/** validatePodResources in pkg/apis/core/validation/validation.go: `spec.resources`, of the pod as a whole. */
export function validatePodResources(scope: PodScope): void {
  const resources = scope.spec.in('resources').object('resources');
  if (resources === undefined || !hasPodFeature(resources.validation, 'PodLevelResources')) return;
  if (scope.os === 'windows') {
    resources.forbidden([], 'may not be set for a windows pod');
    return;
  }
  if (resources.has('claims')) {
    resources.forbidden('claims', 'claims may not be set for Resources at pod-level');
  }
  const requests = aggregateAmounts(scope, 'requests');
  const limits = aggregateAmounts(scope, 'limits');
  const own = ownAmounts(resources, scope, { requests, limits });
  validateRequirements(resources, { ...own, validateName: validatePodResourceName });
  validateClaimNames(resources, scope);
  refuseLess(resources, 'requests', own.requests, requests);
  const pages = new Map([...limits].filter(([name]) => isHugePages(name)));
  refuseLess(resources, 'limits', own.limits, pages);
  refuseLargerContainers(resources, scope, own.limits);
}

interface LimitsAndRequests {
  readonly limits: Amounts;
  readonly requests: Amounts;
}

/** What is written, with the defaults of a Pod: defaultHugePagePodLimits and defaultPodRequests in pkg/apis/core/v1/defaults.go. */
function ownAmounts(resources: ObjectView, { pod }: PodScope, all: LimitsAndRequests): LimitsAndRequests {
  const limits = new Map(resources.quantities('limits'));
  const requests = new Map(resources.quantities('requests'));
  if (pod === undefined || (limits.size === 0 && requests.size === 0)) return { limits, requests };
  const fill = (amounts: Map<string, Quantity>, name: string, amount: Quantity): void => {
    if (!amounts.has(name)) amounts.set(name, amount);
  };
  for (const [name, amount] of all.limits) {
    if (isHugePages(name) && !requests.has(name)) fill(limits, name, amount);
  }
  if (limits.size === 0) return { limits, requests };
  for (const [name, amount] of all.requests) {
    if (isPodResource(name) && isOvercommitAllowed(name)) fill(requests, name, amount);
  }
  for (const [name, amount] of limits) if (isPodResource(name)) fill(requests, name, amount);
  return { limits, requests };
}

function isPodResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}

/** validatePodResourceName. */
function validatePodResourceName(owner: ObjectView, map: FieldStep, name: string): void {
  if (!validateResourceName(owner, map, name) || isPodResource(name)) return;
  owner.notSupported([map, { key: name }], ['cpu', 'hugepages-', 'memory'], { value: name });
}

/** What the pod has may not be less than what its containers have together. */
function refuseLess(resources: ObjectView, field: 'requests' | 'limits', own: Amounts, all: Amounts): void {
  for (const [name, amount] of all) {
    const whole = own.get(name);
    if (whole === undefined || amount.compare(whole) <= 0) continue;
    resources.invalid(
      [field, { key: name }],
      `must be greater than or equal to aggregate container ${field} of ${amount.toString()}`,
      { value: whole.toString(), help: `raise it to ${amount.toString()}, or leave it out` },
    );
  }
}

/** Of a limit that is larger than the pod's the server makes a path of its own. */
function refuseLargerContainers(resources: ObjectView, scope: PodScope, own: Amounts): void {
  scope.containers.forEach((container, index) => {
    for (const [name, limit] of container.struct('resources').quantities('limits')) {
      const whole = own.get(name);
      if (whole === undefined || limit.compare(whole) <= 0) continue;
      container
        .in('resources')
        .namedAs([...resources.named, 'containers', index])
        .invalid(
          [{ key: name }, 'limits'],
          `must be less than or equal to pod limits of ${whole.toString()}`,
          {
            value: limit.toString(),
            at: ['resources', 'limits', { key: name }],
            help: `lower it to ${whole.toString()} at most, or raise the pod's`,
          },
        );
    }
  });
}
