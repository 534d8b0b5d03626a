import { type CheckContext } from '../../../rule-context';
import { goneObjects } from './gone-objects';

/** The names of the Namespaces that are gone, with which all that is in them goes. */
export function goneNamespaces({ once }: CheckContext): ReadonlySet<string> {
  return new Set(
    once(goneObjects)
      .filter(({ group, kind }) => group === '' && kind === 'Namespace')
      .map(({ name }) => name),
  );
}
