import * as fc from 'fast-check';
import { type NodeFacts } from '../../../lib/check/nodes/node-facts';
import { affinityFilter, taintFilter } from '../../../lib/check/nodes/node-filters';
import { isWithin, placementOf } from '../../../lib/check/nodes/placement';
import { type JsonObject } from '../../../lib/model/json-value';
import { ObjectSet } from '../../../lib/model/object-set';

const KEYS = ['pool', 'size'];
const VALUES = ['1', '2', '7'];
const key = fc.constantFrom(...KEYS);
const value = fc.constantFrom(...VALUES);

const expression: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key, operator: fc.constantFrom('Gt', 'Lt'), values: value.map((each) => [each]) }),
);
const term = fc.record({ matchExpressions: fc.array(expression, { maxLength: 2 }) });
const taint = fc.record({
  key: fc.constantFrom('gpu', 'spot'),
  value: fc.constantFrom('yes', 'no'),
  effect: fc.constantFrom('NoSchedule', 'NoExecute'),
});
const toleration: fc.Arbitrary<JsonObject> = fc.oneof(
  taint.map((each) => ({ ...each, operator: 'Equal' })),
  fc.record({ key: fc.constantFrom('gpu', 'spot'), operator: fc.constant('Exists') }),
  fc.constant({ operator: 'Exists', effect: 'NoExecute' }),
  fc.constant({ operator: 'Exists' }),
);
const spec: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.dictionary(key, value, { maxKeys: 1 }),
    fc.option(fc.array(term, { maxLength: 2 }), { freq: 2 }),
    fc.array(toleration, { maxLength: 2 }),
  )
  .map(([nodeSelector, terms, tolerations]) => ({
    nodeSelector,
    tolerations,
    ...(terms !== null && {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms },
        },
      },
    }),
  }));

const LABELS = [undefined, ...VALUES, '4'];
const TAINTS: readonly (readonly JsonObject[])[] = [
  [],
  ...['gpu', 'spot'].flatMap((name) =>
    ['yes', 'no'].flatMap((of) =>
      ['NoSchedule', 'NoExecute'].map((effect) => [{ key: name, value: of, effect }]),
    ),
  ),
];

/** A Node of every pair of labels and every taint. */
const NODES: readonly NodeFacts[] = LABELS.flatMap((pool) =>
  LABELS.flatMap((size) => {
    const labels = { ...(pool !== undefined && { pool }), ...(size !== undefined && { size }) };
    const [entry] = new ObjectSet([
      { object: { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', labels } } },
    ]).entries;
    return entry === undefined ? [] : TAINTS.map((taints) => ({ entry, isCordoned: false, taints, size: 0 }));
  }),
);

function nodesOf(of: JsonObject): ReadonlySet<NodeFacts> {
  const isSelected = affinityFilter(of);
  const barred = taintFilter(of);
  return new Set(NODES.filter((node) => isSelected(node) && barred(node) === undefined));
}

test('pods that are said to be within others have no Node that the scheduler keeps from these', () => {
  let count = 0;
  fc.assert(
    fc.property(spec, spec, (inner, outer) => {
      if (!isWithin(placementOf(inner, false), placementOf(outer, false))) return;
      count += 1;
      const others = nodesOf(outer);
      expect([...nodesOf(inner)].filter((node) => !others.has(node))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  // That it is hardly ever said would pass too.
  expect(count).toBeGreaterThan(100);
});

test('pods that a Node takes at all are within themselves', () => {
  fc.assert(
    fc.property(spec, (of) => {
      const placement = placementOf(of, false);
      expect(isWithin(placement, placement)).toBe(placement.ways.length > 0);
      if (placement.ways.length === 0) expect(nodesOf(of).size).toBe(0);
    }),
    { numRuns: 500 },
  );
});
