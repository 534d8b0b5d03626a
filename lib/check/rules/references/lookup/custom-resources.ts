import { isKindNamespaced } from '../../../../model/kinds';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';

/** The objects of kinds that are not built in, in the order of the set. For `once`. */
export function customResources({ set }: CheckContext): readonly ObjectEntry[] {
  return set.entries.filter(({ group, kind }) => isKindNamespaced(group, kind) === undefined);
}
