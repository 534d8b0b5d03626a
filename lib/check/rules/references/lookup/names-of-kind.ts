import { groupBy } from '../../../../model/group-by';
import { NearbyWords } from '../../../nearby-words';
import { type CheckContext } from '../../../rule-context';

/** Where objects of a kind are, for suggesting them to those who look for one that is not there. */
export interface NamesOfKind {
  /** Names in the namespace that are like the given one. */
  like(namespace: string, name: string): readonly string[];
  /** The namespaces that have an object of exactly that name. */
  namespacesOf(name: string): readonly string[];
}

/** The names of the Services of a set. */
export function serviceNames(context: CheckContext): NamesOfKind {
  return namesOfKind(context, '', 'Service');
}

function namesOfKind({ set }: CheckContext, group: string, kind: string): NamesOfKind {
  const entries = set.ofKind(group, kind);
  const byNamespace = groupBy(entries, ({ namespace }) => namespace);
  const byName = groupBy(entries, ({ name }) => name);
  const words = new Map<string, NearbyWords>();
  return {
    like(namespace, name) {
      let known = words.get(namespace);
      if (known === undefined) {
        known = new NearbyWords((byNamespace.get(namespace) ?? []).map((entry) => entry.name));
        words.set(namespace, known);
      }
      return known.suggest(name);
    },
    namespacesOf: (name) => [...new Set((byName.get(name) ?? []).map(({ namespace }) => namespace))].sort(),
  };
}
