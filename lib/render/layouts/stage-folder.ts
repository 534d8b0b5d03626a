import { type Entry } from '../entry';

const CLUSTER = '00-cluster/';
const NAMESPACE = '01-namespace/';
const WEBHOOKS = 'zz-webhooks/';

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['/Namespace', CLUSTER],
  ['apiextensions.k8s.io/CustomResourceDefinition', CLUSTER],
  ['scheduling.k8s.io/PriorityClass', CLUSTER],
  ['node.k8s.io/RuntimeClass', CLUSTER],
  ['storage.k8s.io/StorageClass', CLUSTER],
  ['storage.k8s.io/VolumeAttributesClass', CLUSTER],
  ['networking.k8s.io/IngressClass', CLUSTER],
  ['rbac.authorization.k8s.io/ClusterRole', CLUSTER],
  ['/LimitRange', NAMESPACE],
  ['/ResourceQuota', NAMESPACE],
  ['/ServiceAccount', NAMESPACE],
  ['rbac.authorization.k8s.io/Role', NAMESPACE],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', WEBHOOKS],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', WEBHOOKS],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', WEBHOOKS],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicyBinding', WEBHOOKS],
]);

/**
 * The folder, with its slash, in which a layout of one object a file puts an object so that files sort in
 * the order of needs: `00-cluster/` (namespaces, definitions, classes, cluster roles), `01-namespace/`
 * (limits, quotas, accounts, roles), none for most, `zz-webhooks/` (what can refuse others). It depends on
 * the kind alone: no file moves because of what else is in the set.
 */
export function stageFolder({ ref }: Entry): string {
  return FOLDERS.get(`${ref.group}/${ref.kind}`) ?? '';
}
