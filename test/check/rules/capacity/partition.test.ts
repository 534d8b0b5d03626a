import { check } from '../../../../lib/check/check';
import { ObjectSet } from '../../../../lib/model/object-set';
import { asks, workload } from './workloads';

/** What K455 says of a StatefulSet of three pods. */
function titlesOf(partition: number, start?: number): readonly string[] {
  const object = workload('StatefulSet', 'db', asks('100m'), {
    replicas: 3,
    ...(start !== undefined && { ordinals: { start } }),
    updateStrategy: { rollingUpdate: { partition } },
  });
  return check(new ObjectSet([{ object }]))
    .filter(({ code }) => code === 'K455')
    .map(({ title }) => title);
}

it('tells of a partition that leaves all pods', () => {
  expect(titlesOf(2)).toEqual([]);
  expect(titlesOf(3)).toEqual([
    'StatefulSet `team-a/db` updates none of its pods: there are 3, and partition leaves the first 3',
  ]);
});

it('counts from the first pod, whatever its ordinal', () => {
  expect(titlesOf(2, 5)).toEqual([]);
  expect(titlesOf(3, 5)).toHaveLength(1);
});
