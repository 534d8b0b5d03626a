import { groupBy } from '../../../../model/group-by';
import { NearbyWords } from '../../../nearby-words';
import { type CheckContext } from '../../../rule-context';
import { provisions } from './provisions/provision-index';

/** Where objects of a kind are, for suggesting them to those who look for one that is not there. */
export interface NamesOfKind {
  /** Names in the namespace (`''` for a cluster-scoped kind) that are like the given one. */
  like(namespace: string, name: string): readonly string[];
  /** The namespaces that have an object of exactly that name. */
  namespacesOf(name: string): readonly string[];
}

/** The names of the objects of a kind, those included that operators are asked for; made when first asked for. */
export function namesOf({ once }: CheckContext, group: string, kind: string): NamesOfKind {
  return once(namesByKind)(group, kind);
}

function namesByKind(context: CheckContext): (group: string, kind: string) => NamesOfKind {
  const made = new Map<string, NamesOfKind>();
  return (group, kind) => {
    const at = `${group}/${kind}`;
    let names = made.get(at);
    if (names === undefined) made.set(at, (names = namesOfKind(context, group, kind)));
    return names;
  };
}

function namesOfKind({ set, once }: CheckContext, group: string, kind: string): NamesOfKind {
  const named = [
    ...set.ofKind(group, kind).filter(({ name }) => name !== ''),
    ...(group === '' ? once(provisions).ofKind(kind) : []),
  ];
  const byNamespace = groupBy(named, ({ namespace }) => namespace);
  const byName = groupBy(named, ({ name }) => name);
  const namespaces = new Map<string, readonly string[]>();
  const words = new Map<string, NearbyWords>();
  return {
    like(namespace, name) {
      let known = words.get(namespace);
      if (known === undefined) {
        known = new NearbyWords((byNamespace.get(namespace) ?? []).map((each) => each.name));
        words.set(namespace, known);
      }
      return known.suggest(name).filter((each) => each !== name);
    },
    namespacesOf(name) {
      let known = namespaces.get(name);
      if (known === undefined) {
        const all = (byName.get(name) ?? []).flatMap(({ namespace }) => namespace ?? []);
        known = [...new Set(all)].filter((namespace) => namespace !== '').sort();
        namespaces.set(name, known);
      }
      return known;
    },
  };
}
