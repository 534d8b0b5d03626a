import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { findKind } from '../../../../model/kinds';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { policyRules } from '../rbac/policy-rules';
import { objectsIn } from './object-at';

const RBAC = 'rbac.authorization.k8s.io';

/** What a program may do with a kind: change objects, make them, or read all of them. */
type Power = 'change' | 'create' | 'read';

const POWERS: ReadonlyMap<string, readonly Power[]> = new Map<string, readonly Power[]>([
  ['*', ['change', 'create', 'read']],
  ['create', ['create']],
  ['get', ['read']],
  ['list', ['read']],
  ['patch', ['change']],
  ['update', ['change']],
  ['watch', ['read']],
]);

/** The Role or ClusterRole that lets a program of the set create objects of a kind in a namespace. */
export function makerRole(
  group: string,
  kind: string,
  namespace: string,
  context: CheckContext,
): ObjectEntry | undefined {
  return roleWith('create', group, kind, namespace, context);
}

/** The Role or ClusterRole that lets a program of the set read whatever objects of a kind there are in a namespace. */
export function readerRole(
  group: string,
  kind: string,
  namespace: string,
  context: CheckContext,
): ObjectEntry | undefined {
  return roleWith('read', group, kind, namespace, context);
}

/** The Role or ClusterRole that lets a program of the set change whatever objects of a kind there are in a namespace. */
export function changerRole(
  group: string,
  kind: string,
  namespace: string,
  context: CheckContext,
): ObjectEntry | undefined {
  return roleWith('change', group, kind, namespace, context);
}

function roleWith(
  power: Power,
  group: string,
  kind: string,
  namespace: string,
  { once }: CheckContext,
): ObjectEntry | undefined {
  const plural = findKind(group, kind)?.plural;
  if (plural === undefined) return undefined;
  const grants = once(programGrants);
  for (const g of [group, '*']) {
    for (const resource of [plural, '*']) {
      const found =
        grants.get(grantKey(power, namespace, g, resource)) ??
        grants.get(grantKey(power, EVERYWHERE, g, resource));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const EVERYWHERE = '*';

/** What programs may do where, by the bindings of the set to ServiceAccounts. */
function programGrants({ set }: CheckContext): ReadonlyMap<string, ObjectEntry> {
  const grants = new Map<string, ObjectEntry>();
  const powers = new Map<ObjectEntry, ReadonlySet<string>>();
  const grant = (binding: ObjectEntry, namespace: string): void => {
    const isOfProgram = objectsIn(binding.object, 'subjects').some(({ kind }) => kind === 'ServiceAccount');
    const reference = objectField(binding.object, 'roleRef');
    const name = textField(reference, 'name');
    const kind = textField(reference, 'kind');
    if (!isOfProgram || name === undefined || (kind !== 'Role' && kind !== 'ClusterRole')) return;
    const role = set.find(RBAC, kind, binding.namespace, name);
    if (role === undefined) return;
    let own = powers.get(role);
    if (own === undefined) powers.set(role, (own = powersOf(role)));
    for (const key of own) {
      const at = `${namespace} ${key}`;
      if (!grants.has(at)) grants.set(at, role);
    }
  };
  for (const binding of set.ofKind(RBAC, 'ClusterRoleBinding')) grant(binding, EVERYWHERE);
  for (const binding of set.ofKind(RBAC, 'RoleBinding')) grant(binding, binding.namespace);
  return grants;
}

function powersOf({ object }: ObjectEntry): ReadonlySet<string> {
  const rules = listField(object, 'rules');
  return new Set(
    policyRules(object).flatMap(({ index, apiGroups, resources, verbs }) => {
      const rule = rules[index];
      // Rights to single names give no right to make objects, nor to read others.
      if (isJsonObject(rule) && listField(rule, 'resourceNames').length > 0) return [];
      const powers = new Set(verbs.flatMap((verb) => POWERS.get(verb) ?? []));
      return [...powers].flatMap((power) =>
        apiGroups.flatMap((group) => resources.map((resource) => powerKey(power, group, resource))),
      );
    }),
  );
}

function grantKey(power: Power, namespace: string, group: string, resource: string): string {
  return `${namespace} ${powerKey(power, group, resource)}`;
}

function powerKey(power: Power, group: string, resource: string): string {
  return `${power} ${group} ${resource}`;
}
