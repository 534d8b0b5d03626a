import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { RBAC } from './rbac-group';

/** Whether a ClusterRoleBinding of the set grants this role in all namespaces. */
export function boundEverywhere({ kind, name }: ObjectEntry, { once }: CheckContext): boolean {
  return kind === 'ClusterRole' && once(rolesBoundEverywhere).has(name);
}

function rolesBoundEverywhere({ set }: CheckContext): ReadonlySet<string> {
  return new Set(
    set
      .ofKind(RBAC, 'ClusterRoleBinding')
      .flatMap(({ object }) => textField(objectField(object, 'roleRef'), 'name') ?? []),
  );
}
