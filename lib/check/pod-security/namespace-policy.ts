import { type ObjectEntry } from '../../model/object-entry';
import { type CheckContext } from '../rule-context';
import { POD_SECURITY_MODES } from './namespace-labels';
import { type PodSecurityPolicy, readLabels } from './read-labels';

/** What holds for the pods of a namespace, and who says so. */
export interface NamespacePolicy {
  readonly policy: PodSecurityPolicy;
  /** The Namespace, where the set has it; else the labels are declared to be there, or there are none. */
  readonly entry?: ObjectEntry;
}

/** The policies of the namespaces whose pods are held against anything: most are not, and some are exempt. For `once`. */
export function namespacePolicies({ set, external }: CheckContext): ReadonlyMap<string, NamespacePolicy> {
  const { defaults, exemptNamespaces } = external.podSecurity;
  const policies = new Map<string, NamespacePolicy>();
  for (const namespace of set.namespaces()) {
    if (exemptNamespaces.has(namespace)) continue;
    const entry = set.find('', 'Namespace', undefined, namespace);
    const labels = entry?.labels ?? external.labelsOf('', 'Namespace', '', namespace);
    const { policy } = readLabels(labels, defaults);
    if (POD_SECURITY_MODES.every((mode) => (policy[mode].level ?? 'privileged') === 'privileged')) continue;
    policies.set(namespace, entry === undefined ? { policy } : { policy, entry });
  }
  return policies;
}
