import { groupBy } from '../../../../model/group-by';
import { type CheckContext } from '../../../rule-context';
import { customResources } from '../lookup/custom-resources';

/**
 * Whether labels have the kind of a custom resource of the namespace among their values: operators label what they make
 * with what it is, as that of Prometheus does (`app.kubernetes.io/name: prometheus`).
 */
export function mayComeOfKind(
  namespace: string,
  labels: Readonly<Record<string, string>>,
  { once }: CheckContext,
): boolean {
  const kinds = once(customKinds).get(namespace);
  return kinds !== undefined && Object.values(labels).some((value) => kinds.has(value.toLowerCase()));
}

function customKinds({ once }: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const custom = once(customResources).filter(({ kind }) => kind !== '');
  const byNamespace = groupBy(custom, ({ namespace }) => namespace);
  return new Map(
    [...byNamespace].map(([namespace, entries]) => [
      namespace,
      new Set(entries.map(({ kind }) => kind.toLowerCase())),
    ]),
  );
}
