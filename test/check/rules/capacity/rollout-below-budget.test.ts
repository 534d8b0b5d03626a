import { webBudget } from '../../../../lib/check/rules/references/budget/web-budget';
import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const found = (allows: string, workload: string): readonly string[] =>
  checkManifests(webBudget({ allows }) + workload)
    .filter(({ code }) => code === 'K451')
    .map(({ severity, title }) => `${severity} ${title}`);
const web = (replicas: number, spec = '', kind: 'Deployment' | 'StatefulSet' = 'Deployment'): string =>
  webWorkload({ kind, replicas }).replace('spec:\n', `spec:\n${spec}`);
const PER_POD = '  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }\n';

test('billions of pods are not gone through one by one', () => {
  const most = 2 ** 31 - 1;
  expect(found('minAvailable: 10', web(most, PER_POD))).toEqual([]);
  expect(found('minAvailable: 10', web(most, '', 'StatefulSet'))).toEqual([]);
  expect(
    found('minAvailable: 2147483646', web(most, '  strategy: { rollingUpdate: { maxUnavailable: 2 } }\n')),
  ).toEqual([
    'warning a rollout of Deployment `shop/web` leaves 2147483645 of 2147483647 pods available, fewer than the 2147483646 of its PodDisruptionBudget',
  ]);
});

test('Recreate leaves none, a StatefulSet all but one, and OnDelete waits for somebody', () => {
  expect(found('minAvailable: 1', web(2, '  strategy: { type: Recreate }\n'))).toEqual([
    'warning a rollout of Deployment `shop/web` leaves 0 of 2 pods available, fewer than the 1 of its PodDisruptionBudget',
  ]);
  expect(found('minAvailable: 2', web(3, '', 'StatefulSet'))).toEqual([]);
  expect(found('minAvailable: 2', web(3, '  updateStrategy: { type: OnDelete }\n', 'StatefulSet'))).toEqual(
    [],
  );
});
