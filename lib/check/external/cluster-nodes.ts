import { type ObjectEntry } from '../../model/object-entry';
import { type CheckContext } from '../rule-context';

/**
 * The Nodes of the cluster, as far as they are known: those of the set, and of those that are declared to be there the ones
 * that the set does not have. None where nobody tells of any. An analysis, for `once`.
 */
export function clusterNodes({ set, external }: CheckContext): readonly ObjectEntry[] {
  const own = set.ofKind('', 'Node');
  if (external.nodes.length === 0) return own;
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...external.nodes.filter(({ name }) => !names.has(name))];
}
