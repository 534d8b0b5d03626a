import fc from 'fast-check';

import { runsDaemon } from '../../../lib/check/capacity/demand/daemon-nodes';
import { checkContext } from '../../../lib/check/check-context';
import { ExternalIndex } from '../../../lib/check/external/external-index';
import { clusterFacts } from '../../../lib/check/nodes/cluster-facts';
import { daemonCount } from '../../../lib/check/nodes/daemon-count';
import { barFor } from '../../../lib/check/nodes/node-filters';
import { OpenNodes } from '../../../lib/check/nodes/open-nodes';
import { type JsonObject } from '../../../lib/model/json-value';
import { ObjectSet } from '../../../lib/model/object-set';

/** What is asked of Nodes by way of indexes, held against a look at each Node for each pod. */

const KEYS = ['gpu', 'team', 'node.kubernetes.io/unschedulable', 'node.kubernetes.io/not-ready'];
const key = fc.constantFrom(...KEYS);
const value = fc.constantFrom('a', 'b', '1', '2');
const effect = fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule');
const labels = fc.dictionary(fc.constantFrom('disk', 'zone'), value, { maxKeys: 2 });
const node = fc.record({
  labels,
  taints: fc.array(fc.record({ key, value, effect }, { requiredKeys: ['key', 'effect'] }), { maxLength: 3 }),
  unschedulable: fc.boolean(),
  /** Of many that are alike. */
  like: fc.constantFrom(1, 1, 1, 40),
});
const toleration = fc.record(
  // An empty key is every key.
  { key: fc.constantFrom(...KEYS, ''), value, effect, operator: fc.constantFrom('Exists', 'Equal') },
  { requiredKeys: ['operator'] },
);
const expression = fc.oneof(
  fc.record({
    key: fc.constantFrom('disk', 'zone'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    key: fc.constantFrom('disk', 'zone'),
    operator: fc.constantFrom('Gt', 'Lt'),
    values: fc.tuple(fc.constantFrom('1', '2')),
  }),
  fc.record({ key: fc.constantFrom('disk', 'zone'), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);
const name = fc.nat(3).map((index) => `node-${index}`);
const field = fc.record({
  key: fc.constantFrom('metadata.name', 'metadata.name', 'metadata.uid'),
  operator: fc.constantFrom('In', 'NotIn'),
  values: fc.tuple(name),
});
const term = fc.record(
  {
    matchExpressions: fc.array(expression, { maxLength: 2 }),
    matchFields: fc.array(field, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const spec = fc
  .record(
    {
      tolerations: fc.array(toleration, { maxLength: 3 }),
      nodeSelector: labels,
      terms: fc.array(term, { maxLength: 3 }),
      nodeName: name,
      hostNetwork: fc.boolean(),
    },
    { requiredKeys: ['tolerations'] },
  )
  .map(({ terms, ...rest }): JsonObject => ({
    ...rest,
    ...(terms !== undefined && {
      affinity: {
        nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } },
      },
    }),
  }));

test('the Nodes that are open to pods are those that no filter bars, and the others are counted by the first that does', () => {
  fc.assert(
    fc.property(
      fc.array(node, { minLength: 1, maxLength: 5 }),
      fc.array(spec, { minLength: 1, maxLength: 4 }),
      (nodes, specs) => {
        const objects = nodes
          .flatMap(({ like, ...each }) => Array.from({ length: like }, () => each))
          .map(({ labels: own, taints, unschedulable }, index) => ({
            object: {
              apiVersion: 'v1',
              kind: 'Node',
              metadata: { name: `node-${index}`, labels: own },
              spec: { taints, unschedulable },
            },
          }));
        const context = checkContext(new ObjectSet(objects), '1.35', new ExternalIndex({}));
        const cluster = context.once(clusterFacts);
        // One after the other: what was made for the first is there for the next.
        for (const each of specs) {
          const open = new OpenNodes(cluster, each);
          const bars = cluster.nodes.map(barFor(each));
          expect([...open.nodes]).toEqual(cluster.nodes.filter((_, at) => bars[at] === undefined));
          const counts: Record<string, number> = {};
          for (const bar of bars) if (bar !== undefined) counts[bar] = (counts[bar] ?? 0) + 1;
          expect(Object.fromEntries(open.counts())).toEqual(counts);
          const daemons = cluster.nodes.filter(({ entry }) => runsDaemon(each, entry));
          expect(daemonCount(each, context)).toBe(daemons.length);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('of very many taints the first are named, and the Nodes with others are counted together', () => {
  const objects = Array.from({ length: 50 }, (_, index) => ({
    object: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `node-${index}` },
      spec: { taints: [{ key: `t${index}`, effect: 'NoSchedule' }] },
    },
  }));
  const { once } = checkContext(new ObjectSet(objects), '1.33', new ExternalIndex({}));
  const open = new OpenNodes(once(clusterFacts), { tolerations: [{ key: 't3', operator: 'Exists' }] });
  const counts = open.counts();
  expect([...open.nodes].map(({ entry }) => entry.name)).toEqual(['node-3']);
  expect(counts.size).toBe(21);
  expect(counts.get('node(s) had untolerated taint {t2: }')).toBe(1);
  expect(counts.has('node(s) had untolerated taint {t3: }')).toBe(false);
  expect(counts.get('node(s) had untolerated taint {…}')).toBe(29);
});
