import { compareKubernetesVersions, type KubernetesVersion } from '../kubernetes-version';
import { nameRule, type NameRule } from './name-rule';

const SUBDOMAIN = nameRule('dns-subdomain');
const SUBDOMAIN_IN_BYTES = nameRule('dns-subdomain', { unit: 'bytes' });
const LABEL = nameRule('dns-label');
const DNS_1035 = nameRule('dns-1035-label');
const PATH_SEGMENT = nameRule('path-segment');

const STATEFUL_SET = nameRule('dns-label', {
  practicalLimit: {
    maxLength: 52,
    why: 'the pods carry the label controller-revision-hash, which is the name, a dash and up to 10 characters, and holds 63',
  },
});

const JOB = nameRule('dns-subdomain', {
  practicalLimit: {
    maxLength: 63,
    why: 'the pods carry the name in the label batch.kubernetes.io/job-name, which holds 63 characters',
  },
});

// The controller adds a dash and 10 digits for the minute (ValidateCronJobCreate).
const CRON_JOB = nameRule('dns-subdomain', { maxLength: 52 });

/**
 * The kinds, by `group/Kind`, whose names are no DNS subdomains (the name functions that
 * ValidateObjectMeta is given, across pkg/apis of k8s.io/kubernetes v1.28.3 to v1.36.1).
 */
const RULES: ReadonlyMap<string, NameRule> = new Map([
  ['/Namespace', LABEL],
  // Only events.k8s.io asks for more (ValidateEventCreate).
  ['/Event', PATH_SEGMENT],
  ['/Binding', PATH_SEGMENT],
  ['apps/StatefulSet', STATEFUL_SET],
  ['batch/CronJob', CRON_JOB],
  ['batch/Job', JOB],
  // ValidatePodDisruptionBudget does not look at the metadata.
  ['policy/PodDisruptionBudget', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/Role', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/RoleBinding', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/ClusterRole', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', PATH_SEGMENT],
  ['certificates.k8s.io/CertificateSigningRequest', PATH_SEGMENT],
  ['coordination.k8s.io/LeaseCandidate', nameRule('config-key')],
  ['networking.k8s.io/ClusterCIDR', LABEL],
  // Their names have to follow from their specs, or are addresses, which is not looked at here.
  ['certificates.k8s.io/ClusterTrustBundle', PATH_SEGMENT],
  ['networking.k8s.io/IPAddress', PATH_SEGMENT],
  ['internal.apiserver.k8s.io/StorageVersion', PATH_SEGMENT],
  ['apiextensions.k8s.io/CustomResourceDefinition', PATH_SEGMENT],
  ['apiregistration.k8s.io/APIService', PATH_SEGMENT],
]);

/** Declarative validation took these over in 1.35, with limits in bytes. */
const DECLARATIVE: ReadonlySet<string> = new Set(['/ReplicationController', 'resource.k8s.io/DeviceClass']);

/**
 * What the names of a kind have to be like, in a version of Kubernetes. Kinds that are not built in
 * have DNS subdomains, as custom resources do.
 *
 * @param apiVersion - The group, or the `apiVersion` of a manifest: `apps`, `apps/v1`; `v1` and the
 * empty string are the core group.
 *
 * @example
 * nameRuleOf('v1', 'Service', '1.35').errors('2048'); // a DNS-1035 label must ...
 * nameRuleOf('v1', 'Service', '1.36').errors('2048'); // []
 */
export function nameRuleOf(apiVersion: string, kind: string, version: KubernetesVersion): NameRule {
  const group = apiVersion.includes('/')
    ? apiVersion.slice(0, apiVersion.indexOf('/'))
    : /^v[0-9]/.test(apiVersion)
      ? ''
      : apiVersion;
  const key = `${group}/${kind}`;
  const since = (first: KubernetesVersion): boolean => compareKubernetesVersions(version, first) >= 0;
  // RelaxedServiceNameValidation is on by default from 1.36.
  if (key === '/Service') return since('1.36') ? LABEL : DNS_1035;
  if (since('1.35') && DECLARATIVE.has(key)) return SUBDOMAIN_IN_BYTES;
  return RULES.get(key) ?? SUBDOMAIN;
}
