// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type AutoscaleOptions, type DisruptionBudgetOptions, Quantity, type Resources } from 'kubewright';
import { type RollingUpdateOptions, Volume } from 'kubewright';

export const resources: Resources = {
  requests: { cpu: '250m', memory: '0.5Gi', 'ephemeral-storage': 1024 },
  limits: { cpu: 2, memory: Quantity.parse('1Gi'), 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': '1' },
};
// @ts-expect-error: the suffix is Mi or M
export const megabytes: Resources = { limits: { memory: '250Mb' } };
// @ts-expect-error: an eighth of a byte
export const milliMemory: Resources = { limits: { memory: '128m' } };
// @ts-expect-error: half a billion cores
export const mebiCpu: Resources = { limits: { cpu: '500Mi' } };
// @ts-expect-error: a container's disk is `ephemeral-storage`
export const storage: Resources = { limits: { storage: '1Gi' } };
// @ts-expect-error: extended resources come in whole units
export const halfGpu: Resources = { limits: { 'nvidia.com/gpu': '0.5' } };
// @ts-expect-error: a size is a quantity
Volume.emptyDir('scratch', { sizeLimit: '1GB' });

export const rollout: RollingUpdateOptions = { maxSurge: '25%', maxUnavailable: 1 };
// @ts-expect-error: a percentage ends with its sign
export const noSign: RollingUpdateOptions = { maxSurge: '25' };
// @ts-expect-error: and begins with a number
export const words: DisruptionBudgetOptions = { minAvailable: 'half' };
// @ts-expect-error: one bound, not both
export const both: DisruptionBudgetOptions = { minAvailable: 1, maxUnavailable: 1 };
// @ts-expect-error: one bound, not none
export const neither: DisruptionBudgetOptions = {};
// @ts-expect-error: a share is a percentage
export const share: AutoscaleOptions = { max: 5, cpu: 70 };
// @ts-expect-error: there is no end without a maximum
export const endless: AutoscaleOptions = { min: 1, cpu: '70%' };
