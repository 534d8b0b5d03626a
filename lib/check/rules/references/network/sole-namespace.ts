import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type CheckContext } from '../../../rule-context';
import { selectorRequirements } from '../selection/selector-requirements';
import { namespacesOf } from './namespaces-of';

/**
 * The namespace whose pods a peer means, of a policy of the namespace `own`; undefined where it may be several, or one that the set does
 * not have. A selector that asks for nothing means namespaces of others too.
 */
export function soleNamespace(peer: JsonObject, own: string, context: CheckContext): string | undefined {
  const selector = objectField(peer, 'namespaceSelector');
  if (selector === undefined) return objectField(peer, 'ipBlock') === undefined ? own : undefined;
  if (selectorRequirements(selector)?.length === 0) return undefined;
  const namespaces = namespacesOf(selector, context);
  return namespaces?.size === 1 ? namespaces.first?.name : undefined;
}
