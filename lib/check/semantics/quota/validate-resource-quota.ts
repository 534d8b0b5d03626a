import { suggest } from '../../../diagnostics/suggest';
import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';
import { isIntegerResource, isQuotaResource } from '../resources/resource-names';
import { validateQuotaScopes } from './validate-quota-scopes';

/** ValidateResourceQuota in pkg/apis/core/validation/validation.go. The status is reset on create. */
export function validateResourceQuota(quota: ObjectView): void {
  const spec = quota.struct('spec');
  for (const [name] of spec.entries('hard')) validateQuotaResourceName(spec, name);
  for (const [name, amount] of spec.quantities('hard')) {
    const steps = ['hard', { key: name }];
    if (amount.sign() < 0) {
      spec.invalid(steps, 'must be greater than or equal to 0', { value: amount.canonical() });
    }
    if (isIntegerResource(name) && amount.milliValue() % 1000n !== 0n) {
      spec.invalid(steps, 'must be an integer', { help: `\`${name}\` is counted: write a whole number` });
    }
  }
  validateQuotaScopes(spec);
}

/** ValidateResourceQuotaResourceName. Of a name that is no resource at all the server says that too. */
function validateQuotaResourceName(spec: ObjectView, name: string): void {
  const steps = ['hard', { key: name }];
  const errors = labelKeyErrors(name, spec.validation.version);
  spec.allInvalid(steps, errors, { value: name });
  if (errors.length > 0 || name.includes('/') || isQuotaResource(name)) return;
  spec.invalid(steps, 'must be a standard resource for quota', { value: name, help: helpFor(name) });
}

/** The names that people mean most. */
const USUAL = [
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.ephemeral-storage',
  'persistentvolumeclaims',
  'pods',
  'services',
  'services.loadbalancers',
  'services.nodeports',
  'configmaps',
  'secrets',
  'replicationcontrollers',
  'resourcequotas',
];

function helpFor(name: string): readonly string[] {
  const near = suggest(name, USUAL).map((each) => `\`${each}\``);
  return [
    ...(near.length > 0 ? [`did you mean ${near.join(' or ')}?`] : []),
    'objects of any kind are counted by `count/<plural>.<group>`, such as `count/deployments.apps`',
  ];
}
