import { objectField, textField } from '../../../../model/json-object';
import { findKind } from '../../../../model/kinds';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { policyRules } from '../rbac/policy-rules';
import { objectsIn } from './object-at';

const RBAC = 'rbac.authorization.k8s.io';

/** The Role or ClusterRole that lets a program of the set create objects of a kind in a namespace. */
export function makerRole(
  group: string,
  kind: string,
  namespace: string,
  { once }: CheckContext,
): ObjectEntry | undefined {
  const plural = findKind(group, kind)?.plural;
  if (plural === undefined) return undefined;
  const grants = once(creationGrants);
  for (const g of [group, '*']) {
    for (const resource of [plural, '*']) {
      const found =
        grants.get(grantKey(namespace, g, resource)) ?? grants.get(grantKey(EVERYWHERE, g, resource));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const EVERYWHERE = '*';

/** Who may create what where, by the bindings of the set to ServiceAccounts. */
function creationGrants({ set }: CheckContext): ReadonlyMap<string, ObjectEntry> {
  const grants = new Map<string, ObjectEntry>();
  const grant = (binding: ObjectEntry, namespace: string): void => {
    const isOfProgram = objectsIn(binding.object, 'subjects').some(({ kind }) => kind === 'ServiceAccount');
    const reference = objectField(binding.object, 'roleRef');
    const name = textField(reference, 'name');
    const kind = textField(reference, 'kind');
    if (!isOfProgram || name === undefined || (kind !== 'Role' && kind !== 'ClusterRole')) return;
    const role = set.find(RBAC, kind, binding.namespace, name);
    if (role === undefined) return;
    for (const { apiGroups, resources, verbs } of policyRules(role.object)) {
      if (!verbs.includes('create') && !verbs.includes('*')) continue;
      for (const group of apiGroups) {
        for (const resource of resources) {
          const at = grantKey(namespace, group, resource);
          if (!grants.has(at)) grants.set(at, role);
        }
      }
    }
  };
  for (const binding of set.ofKind(RBAC, 'ClusterRoleBinding')) grant(binding, EVERYWHERE);
  for (const binding of set.ofKind(RBAC, 'RoleBinding')) grant(binding, binding.namespace);
  return grants;
}

function grantKey(namespace: string, group: string, resource: string): string {
  return `${namespace} ${group} ${resource}`;
}
