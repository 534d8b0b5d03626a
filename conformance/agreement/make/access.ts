import { type Dice, type Json, type JsonMap } from '../dice';
import { labelSelector, metadata } from './metadata';

const verbs = (d: Dice): string[] => d.sample(['get', 'list', 'watch', 'create', '*', 'delete'], 1, 3);

const resourceRule = (d: Dice): JsonMap => ({
  apiGroups: d.sample(['', 'apps', '*', 'example.com'], 1, 2),
  resources: d.sample(['pods', 'pods/log', 'deployments', '*', '*/scale'], 1, 2),
  verbs: verbs(d),
  ...d.opt({ resourceNames: () => ['a', 'b'] }, 0.15),
});

const urlRule = (d: Dice): JsonMap => ({
  nonResourceURLs: d.sample(['/healthz', '/metrics/*', '*'], 1, 2),
  verbs: verbs(d),
});

export const role = (d: Dice): JsonMap => ({
  metadata: metadata(d, roleName(d)),
  ...d.opt({ rules: () => d.list(0, 3, () => resourceRule(d)) }, 0.95),
});

export const clusterRole = (d: Dice): JsonMap => ({
  metadata: metadata(d, roleName(d)),
  ...d.opt({ rules: () => d.list(0, 3, () => (d.chance(0.3) ? urlRule(d) : resourceRule(d))) }, 0.9),
  ...d.opt({ aggregationRule: () => ({ clusterRoleSelectors: d.list(1, 2, () => labelSelector(d)) }) }, 0.15),
});

/** Names of roles are path segments: nearly anything. */
const roleName = (d: Dice): string =>
  d.chance(0.7) ? d.name() : d.of(['system:node', 'Upper Case', 'a:b', 'x_y']);

function subjects(d: Dice): Json {
  return d.list(0, 3, () =>
    d.pick<JsonMap>(
      { kind: 'ServiceAccount', name: d.name(), namespace: 'default' },
      {
        kind: 'User',
        name: d.of(['jane', 'jane@example.com', 'system:x']),
        apiGroup: 'rbac.authorization.k8s.io',
      },
      { kind: 'Group', name: 'system:masters' },
    ),
  );
}

const binding = (d: Dice, kinds: readonly string[]): JsonMap => ({
  metadata: metadata(d, roleName(d)),
  ...d.opt({ subjects: () => subjects(d) }, 0.9),
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: d.of(kinds), name: roleName(d) },
});

export const roleBinding = (d: Dice): JsonMap => binding(d, ['Role', 'ClusterRole']);
export const clusterRoleBinding = (d: Dice): JsonMap => binding(d, ['ClusterRole']);
