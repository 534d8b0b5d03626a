import { groupBy } from '../../../model/group-by';
import { objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type CheckContext } from '../../rule-context';
import { type ResourceList, resourceList } from '../resource-list';
import { quotaScopes, type ScopeRequirement } from './scopes';

/** A ResourceQuota of the set. */
export interface Quota {
  readonly entry: ObjectEntry;
  readonly hard: ResourceList;
  readonly scopes: readonly ScopeRequirement[];
}

/** The ResourceQuotas of each namespace, in the order of the set. */
export function namespaceQuotas({ set }: CheckContext): ReadonlyMap<string, readonly Quota[]> {
  // Of several that are one to the server nobody knows which stays: each is held against what is there.
  const quotas = set.ofKind('', 'ResourceQuota').map((entry) => ({
    entry,
    hard: resourceList(objectField(entry.object, 'spec'), 'hard'),
    scopes: quotaScopes(entry.object),
  }));
  return groupBy(quotas, ({ entry }) => entry.namespace);
}
