import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ROLE = { kind: 'ClusterRole', name: 'view' };
const told = (kind: string, roleRef: JsonObject, ...subjects: JsonObject[]): readonly string[] =>
  refusals(`${RBAC} ${kind}`, { roleRef, subjects });

it('takes accounts, users and groups', () => {
  const group = 'rbac.authorization.k8s.io';
  const subjects = [
    { kind: 'ServiceAccount', name: 'ci', namespace: 'shop' },
    { kind: 'User', name: 'Jane Doe', apiGroup: group },
    { kind: 'Group', name: 'system:masters' },
  ];
  expect(told('ClusterRoleBinding', { ...ROLE, apiGroup: group }, ...subjects)).toEqual([]);
  expect(told('RoleBinding', { kind: 'Role', name: 'a:b' }, { kind: 'ServiceAccount', name: 'ci' })).toEqual(
    [],
  );
});

it.each<[string, JsonObject, JsonObject[], string]>([
  [
    'ClusterRoleBinding',
    { kind: 'Role', name: 'a' },
    [],
    'roleRef.kind: Unsupported value: "Role": supported values: "ClusterRole"',
  ],
  [
    'RoleBinding',
    { kind: 'role', name: 'a' },
    [],
    'roleRef.kind: Unsupported value: "role": supported values: "Role", "ClusterRole"',
  ],
  ['RoleBinding', { ...ROLE, name: '' }, [], 'roleRef.name: Required value'],
  ['RoleBinding', { ...ROLE, name: 'a/b' }, [], 'roleRef.name: Invalid value: "a/b": may not contain \'/\''],
  ['RoleBinding', { ...ROLE, apiGroup: 'rbac' }, [], 'roleRef.apiGroup: Unsupported value: "rbac"'],
  [
    'ClusterRoleBinding',
    ROLE,
    [{ kind: 'ServiceAccount', name: 'ci' }],
    'subjects[0].namespace: Required value',
  ],
  [
    'RoleBinding',
    ROLE,
    [{ kind: 'ServiceAccount', name: 'shop:ci' }],
    'subjects[0].name: Invalid value: "shop:ci"',
  ],
  ['RoleBinding', ROLE, [{ kind: 'User' }], 'subjects[0].name: Required value'],
  ['RoleBinding', ROLE, [{ kind: 'user', name: 'a' }], 'subjects[0].kind: Unsupported value: "user"'],
  [
    'RoleBinding',
    ROLE,
    [{ kind: 'User', name: 'a', apiGroup: 'v1' }],
    'subjects[0].apiGroup: Unsupported value: "v1"',
  ],
  [
    'RoleBinding',
    ROLE,
    [{ kind: 'ServiceAccount', name: 'a', apiGroup: 'v1' }],
    'subjects[0].apiGroup: Unsupported value: "v1": supported values: ""',
  ],
])('refuses in a %s of %j the subjects %j', (kind, roleRef, subjects, message) => {
  expect(told(kind, roleRef, ...subjects)).toEqual([expect.stringContaining(message)]);
});
