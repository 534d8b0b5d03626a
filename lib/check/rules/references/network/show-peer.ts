import { objectField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { showSelector } from '../selection/show-selector';

/** A peer of a rule, in words: "pods `app=front` of namespaces `team=shop`". */
export function showPeer(peer: JsonObject): string {
  const block = objectField(peer, 'ipBlock');
  if (block !== undefined) return `addresses ${textField(block, 'cidr') ?? ''}`;
  const namespaces = objectField(peer, 'namespaceSelector');
  const where = namespaces === undefined ? 'of its namespace' : `of ${selected('namespaces', namespaces)}`;
  return `${selected('pods', objectField(peer, 'podSelector'))} ${where}`;
}

function selected(what: string, selector: JsonObject | undefined): string {
  const shown = showSelector(selector);
  return shown === '' ? `all ${what}` : `${what} \`${shown}\``;
}
