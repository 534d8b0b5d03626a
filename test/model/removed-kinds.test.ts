import { findKnownKind } from '../../lib/model/kinds';
import { REMOVED_KINDS, findRemovedKind } from '../../lib/model/removed-kinds';

test.each([
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
  ['extensions/v1beta1', 'Deployment', '1.16', 'apps/v1'],
  ['apps/v1beta2', 'DaemonSet', '1.16', 'apps/v1'],
  ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25', undefined],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
])('%s %s vanished in %s', (apiVersion, kind, removedIn, replacement) => {
  const removed = findRemovedKind(apiVersion, kind);
  expect(removed?.removedIn).toBe(removedIn);
  expect(removed?.replacement?.apiVersion).toBe(replacement);
});

test('what is served is not called removed', () => {
  expect(findRemovedKind('apps/v1', 'Deployment')).toBeUndefined();
  for (const { apiVersion, kind } of REMOVED_KINDS) expect(findKnownKind(apiVersion, kind)).toBeUndefined();
});

test('each replacement is a kind of the table, of the same scope', () => {
  for (const { replacement, namespaced } of REMOVED_KINDS) {
    if (replacement === undefined) continue;
    expect(findKnownKind(replacement.apiVersion, replacement.kind)?.info.namespaced).toBe(namespaced);
  }
});

test('each is listed once, and went before 1.28', () => {
  const names = REMOVED_KINDS.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { removedIn } of REMOVED_KINDS) expect(Number(removedIn.split('.')[1])).toBeLessThan(28);
});
