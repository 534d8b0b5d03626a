import fc from 'fast-check';
import { LabelIndex, type LabelRequirement } from '../../lib/model/label-index';

type Labels = Record<string, string>;

/** The plain reading of apimachinery's Requirement.Matches, to hold the index against. */
function matches(labels: Labels, { key, operator, values = [] }: LabelRequirement): boolean {
  const has = Object.hasOwn(labels, key);
  if (operator === 'Exists') return has;
  if (operator === 'DoesNotExist') return !has;
  const listed = has && values.includes(labels[key] ?? '');
  return operator === 'In' ? listed : !listed;
}

const key = fc.constantFrom('app', 'tier', 'track', '__proto__', 'constructor');
const value = fc.constantFrom('', 'web', 'db', 'live');
const labels = fc.array(fc.tuple(key, value)).map((pairs): Labels => Object.fromEntries(pairs));
const requirement = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In' as const, 'NotIn' as const), values: fc.array(value) }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
);

test('finds what a scan finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(labels), fc.array(requirement, { maxLength: 4 }), (items, requirements) => {
      const index = new LabelIndex(items, (item) => item);
      const expected = items.filter((item) => requirements.every((one) => matches(item, one)));
      expect(index.matching(requirements)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('looks at the labels of the few that may match only', () => {
  const reads: number[] = [];
  const items = Array.from({ length: 1000 }, (_, i) => ({ i, labels: { app: `app-${i}`, all: 'yes' } }));
  const watched = items.map((item) => ({
    ...item,
    labels: new Proxy(item.labels, {
      get(target, name, receiver): unknown {
        reads.push(item.i);
        return Reflect.get(target, name, receiver);
      },
    }),
  }));
  const index = new LabelIndex(watched, (item) => item.labels);
  reads.length = 0;
  const found = index.matching([
    { key: 'all', operator: 'Exists' },
    { key: 'app', operator: 'In', values: ['app-7', 'app-3'] },
  ]);
  expect(found.map(({ i }) => i)).toEqual([3, 7]);
  expect(new Set(reads)).toEqual(new Set([3, 7]));
});

test('gives selectors that come to the same one list', () => {
  const items = Array.from({ length: 5 }, (_, i) => ({ app: `app-${i}`, all: 'yes' }));
  const index = new LabelIndex<Labels>(items, (item) => item);
  const without = (value: string): readonly Labels[] =>
    index.matching([{ key: 'app', operator: 'NotIn', values: [value, 'app-1'] }]);
  expect(without('none')).toBe(without('nothing'));
  expect(without('none')).not.toBe(without('app-2'));
  const all = index.matching([]);
  expect(index.matching([{ key: 'all', operator: 'Exists' }])).toBe(all);
  expect(index.matching([{ key: 'app', operator: 'NotIn', values: ['none'] }])).toBe(all);
});
