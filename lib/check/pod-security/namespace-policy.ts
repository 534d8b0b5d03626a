import { type ObjectEntry } from '../../model/object-entry';
import { type CheckContext } from '../rule-context';
import { type PodSecurityPolicy, readLabels } from './read-labels';

/** What holds for the pods of a namespace, and who says so. */
export interface NamespacePolicy {
  readonly policy: PodSecurityPolicy;
  /** The Namespace, where the set has it; else the labels are declared to be there, or there are none. */
  readonly entry?: ObjectEntry;
}

/** The policy of each namespace, found out once; undefined for one that is exempt. */
export function namespacePolicies({
  set,
  external,
}: CheckContext): (namespace: string) => NamespacePolicy | undefined {
  const known = new Map<string, NamespacePolicy | undefined>();
  const find = (namespace: string): NamespacePolicy | undefined => {
    const { defaults, exemptNamespaces } = external.podSecurity;
    if (exemptNamespaces.has(namespace)) return undefined;
    const entry = set.find('', 'Namespace', undefined, namespace);
    const labels = entry?.labels ?? external.labelsOf('', 'Namespace', '', namespace);
    const { policy } = readLabels(labels, defaults);
    return entry === undefined ? { policy } : { policy, entry };
  };
  return (namespace) => {
    if (!known.has(namespace)) known.set(namespace, find(namespace));
    return known.get(namespace);
  };
}
