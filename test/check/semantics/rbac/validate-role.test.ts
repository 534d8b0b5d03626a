import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const RBAC = 'rbac.authorization.k8s.io/v1';
const role = (...rules: JsonObject[]): readonly string[] => refusals(`${RBAC} Role`, { rules });
const clusterRole = (fields: JsonObject): readonly string[] => refusals(`${RBAC} ClusterRole`, fields);

it('takes resources of a group, and any name', () => {
  expect(role({ apiGroups: [''], resources: ['pods'], verbs: ['get'], resourceNames: ['a'] })).toEqual([]);
  expect(role()).toEqual([]);
  expect(refusals(`${RBAC} Role`, { metadata: { name: 'system:Anything' } })).toEqual([]);
});

it.each<[JsonObject, readonly string[]]>([
  [
    { apiGroups: [''], resources: ['pods'] },
    ['rules[0].verbs: Required value: verbs must contain at least one value'],
  ],
  [
    { verbs: ['get'] },
    [
      'rules[0].apiGroups: Required value: resource rules must supply at least one api group',
      'rules[0].resources: Required value: resource rules must supply at least one resource',
    ],
  ],
  [
    { verbs: ['get'], nonResourceURLs: ['/metrics'], resources: ['pods'] },
    [
      'rules[0].nonResourceURLs: Invalid value: ["/metrics"]: namespaced rules cannot apply to non-resource URLs',
      'rules[0].nonResourceURLs: Invalid value: ["/metrics"]: rules cannot apply to both regular resources and non-resource URLs',
    ],
  ],
])('refuses %j in a Role', (rule, messages) => {
  expect(role(rule)).toEqual(messages);
});

it('lets a ClusterRole grant URLs, and be made of others', () => {
  expect(clusterRole({ rules: [{ verbs: ['get'], nonResourceURLs: ['/metrics'] }] })).toEqual([]);
  const selector = { matchLabels: { 'example.com/view': 'true' } };
  expect(clusterRole({ aggregationRule: { clusterRoleSelectors: [selector] } })).toEqual([]);
});

it('refuses an aggregation of nothing, and a selector that is none', () => {
  expect(clusterRole({ aggregationRule: {} })).toEqual([
    'aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector required if aggregationRule is non-nil',
  ]);
  const selector = { matchExpressions: [{ key: 'a', operator: 'In' }] };
  expect(clusterRole({ aggregationRule: { clusterRoleSelectors: [selector] } })).toEqual([
    expect.stringContaining(
      'aggregationRule.clusterRoleSelectors[0].matchExpressions[0].values: Required value',
    ),
  ]);
});
