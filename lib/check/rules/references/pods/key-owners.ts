import { groupBy } from '../../../../model/group-by';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { writtenKeys } from './config-keys';

/** A key that more have is no hint. */
const MOST = 2;

/** The ConfigMaps, or Secrets, of a namespace that have a key; none when it is one that many have. */
export function keyOwners(
  { once }: CheckContext,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
  key: string,
): readonly ObjectEntry[] {
  const owners = once(ownersByKey).get(at(kind, namespace, key)) ?? [];
  return owners.length > MOST ? [] : owners;
}

function ownersByKey({ set }: CheckContext): ReadonlyMap<string, readonly ObjectEntry[]> {
  const pairs = [...set.ofKind('', 'ConfigMap'), ...set.ofKind('', 'Secret')].flatMap((entry) =>
    [...writtenKeys(entry)].map((key) => ({ entry, key })),
  );
  const groups = groupBy(pairs, ({ entry, key }) => at(entry.kind, entry.namespace, key));
  return new Map([...groups].map(([key, group]) => [key, group.map(({ entry }) => entry)]));
}

function at(kind: string, namespace: string, key: string): string {
  return `${kind} ${namespace} ${key}`;
}
