import fc from 'fast-check';

import { checkContext } from '../../../../lib/check/check-context';
import { ExternalIndex } from '../../../../lib/check/external/external-index';
import {
  isSelected,
  podsOfSelector,
} from '../../../../lib/check/rules/references/selection/pods-of-selector';
import { selectedPods } from '../../../../lib/check/rules/references/selection/selected-pods';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';

/** What selectors of labels that controllers give find by way of indexes, held against a look at each pod. */

const key = fc.constantFrom(
  'app',
  'statefulset.kubernetes.io/pod-name',
  'job-name',
  'pod-template-hash',
  'controller-revision-hash',
);
const name = fc.constantFrom('web', 'web-0', 'web-0-1', 'db');
const value = fc.constantFrom('web', 'web-0', 'web-0-1', 'web-0-1-2', 'db-x', 'db-7');
const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'PodTemplate'),
  name,
  labels: fc.dictionary(key, value, { maxKeys: 2 }),
});
const requirement = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);

function manifest(kind: string, name: string, labels: JsonObject): JsonObject {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'a', image: 'a' }] } };
  const metadata = { name, namespace: 'shop' };
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec: template.spec };
    case 'PodTemplate':
      return { apiVersion: 'v1', kind, metadata, template };
    case 'CronJob':
      return { apiVersion: 'batch/v1', kind, metadata, spec: { jobTemplate: { spec: { template } } } };
    default:
      return { apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadata, spec: { template } };
  }
}

test('a selector selects the pods that it would select one by one', () => {
  fc.assert(
    fc.property(
      fc.array(workload, { maxLength: 8 }),
      fc.array(fc.array(requirement, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      (workloads, selectors) => {
        const set = new ObjectSet(
          workloads.map((each) => ({ object: manifest(each.kind, each.name, each.labels) })),
        );
        const context = checkContext(set, '1.35', new ExternalIndex({}));
        for (const expressions of selectors) {
          const selector: JsonObject = { matchExpressions: expressions.map((each) => ({ ...each })) };
          const expected = set.pods('shop').filter((pod) => isSelected(pod, selector));
          expect([...podsOfSelector(context, 'shop', selector)]).toEqual(expected);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('so does that of a Service', () => {
  fc.assert(
    fc.property(
      fc.array(workload, { maxLength: 8 }),
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 2 }),
      (workloads, matchLabels) => {
        const set = new ObjectSet(
          workloads.map((each) => ({ object: manifest(each.kind, each.name, each.labels) })),
        );
        const expected = set.pods('shop').filter((pod) => isSelected(pod, { matchLabels }));
        expect(selectedPods(set, 'shop', matchLabels)).toEqual(expected);
      },
    ),
    { numRuns: 1000 },
  );
});
