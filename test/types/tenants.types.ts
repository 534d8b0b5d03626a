// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type LimitOptions, type QuotaLimits, type QuotaOptions, type TenantProps } from 'kubewright';
import { type RoleGrantSource } from 'kubewright';

export const quota: QuotaLimits = {
  cpu: 4,
  'requests.memory': '8Gi',
  'limits.ephemeral-storage': '1Gi',
  'requests.storage': '1Ti',
  'services.loadbalancers': 0,
  'count/deployments.apps': 5,
  'requests.nvidia.com/gpu': 2,
  'hugepages-2Mi': '4Mi',
  'gold.storageclass.storage.k8s.io/requests.storage': '1Ti',
};
// @ts-expect-error: it is `requests.cpu`
export const singular: QuotaLimits = { 'request.cpu': 4 };
// @ts-expect-error: it is `requests.storage`
export const storage: QuotaLimits = { storage: '1Ti' };
// @ts-expect-error: it is `pods`
export const pod: QuotaLimits = { pod: 4 };
// @ts-expect-error: no such scope
export const scope: QuotaOptions = { hard: { pods: 4 }, scopes: ['Besteffort'] };

export const limits: LimitOptions = {
  container: { default: { cpu: 1 } },
  claim: { max: { storage: '1Ti' } },
};
// @ts-expect-error: a pod has no defaults
export const podDefault: LimitOptions = { pod: { default: { cpu: 1 } } };
// @ts-expect-error: a container has no `storage`
export const containerStorage: LimitOptions = { container: { max: { storage: '1Gi' } } };
// @ts-expect-error: a claim needs a bound
export const boundless: LimitOptions = { claim: {} };

// @ts-expect-error: no such level
export const level: TenantProps = { podSecurity: 'strict' };
// @ts-expect-error: a ClusterRole that exists brings its own rules
export const mixed: RoleGrantSource = { clusterRole: 'edit', rules: {}, subjects: [] };
// @ts-expect-error: bound to nobody it is nothing
export const unbound: RoleGrantSource = { clusterRole: 'edit' };
