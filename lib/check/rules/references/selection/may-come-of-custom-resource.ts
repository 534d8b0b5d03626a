import { groupBy } from '../../../../model/group-by';
import { type CheckContext } from '../../../rule-context';
import { customResources } from '../lookup/custom-resources';

type Labels = Readonly<Record<string, string>>;

/** Operators label the pods that they make with the name of the object that asks for them. */
export function mayComeOfCustomResource(
  namespace: string,
  selector: Labels,
  { once }: CheckContext,
): boolean {
  const names = once(customResourceNames).get(namespace);
  return names !== undefined && Object.values(selector).some((value) => names.has(value));
}

function customResourceNames({ once }: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const custom = once(customResources).filter(({ kind }) => kind !== '');
  const byNamespace = groupBy(custom, ({ namespace }) => namespace);
  return new Map(
    [...byNamespace].map(([namespace, entries]) => [namespace, new Set(entries.map(({ name }) => name))]),
  );
}
