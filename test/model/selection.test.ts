import fc from 'fast-check';
import { firstSelecting } from '../../lib/model/first-selecting';
import { LabelIndex, type LabelRequirement } from '../../lib/model/label-index';
import { Memo } from '../../lib/model/memo';
import { oncePer } from '../../lib/model/once-per';

interface Item {
  readonly labels: Readonly<Record<string, string>>;
}

const key = fc.constantFrom('app', 'tier', 'own');
const value = fc.constantFrom('a', 'b', 'c', 'd');
const item = fc
  .array(fc.tuple(key, value), { maxLength: 3 })
  .map((pairs): Item => ({ labels: Object.fromEntries(pairs) }));
const items = fc.array(item, { maxLength: 12 });
const requirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.array(value, { maxLength: 3 }),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
);
const selector = fc.array(requirement, { maxLength: 3 });
/** How many make a list that is shared: of few, or of none, all kinds of parts come up. */
const few = fc.nat(4);

const withApp = oncePer((list: readonly Item[]) => list.filter(({ labels }) => labels.app !== undefined));

test('a selection holds what a list of what is selected holds', () => {
  fc.assert(
    fc.property(items, fc.array(selector, { maxLength: 6 }), few, (all, selectors, most) => {
      const index = new LabelIndex(all, ({ labels }) => labels, most);
      for (const each of selectors) {
        const expected = index.matching(each);
        const selection = index.selection(each);
        expect(selection.toList()).toEqual(expected);
        expect([...selection]).toEqual(expected);
        expect(selection.size).toBe(expected.length);
        expect(selection.first).toBe(expected[0]);
        expect(selection.take(2)).toEqual(expected.slice(0, 2));
        expect(all.filter((one) => selection.has(one))).toEqual(expected);
        const narrow = selection.where(withApp);
        expect(narrow.toList()).toEqual(expected.filter(({ labels }) => labels.app !== undefined));
        expect(narrow.size).toBe(narrow.toList().length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the first that selects something is the one that a look at each finds', () => {
  fc.assert(
    fc.property(items, fc.array(selector, { maxLength: 8 }), few, (all, selectors, most) => {
      const index = new LabelIndex(all, ({ labels }) => labels, most);
      const found = firstSelecting(selectors.map((each, place) => [place, index.selection(each)]));
      for (const one of all) {
        const first = selectors.findIndex((each) => index.matching(each).includes(one));
        expect(found.get(one)).toBe(first === -1 ? undefined : first);
      }
    }),
    { numRuns: 1000 },
  );
});

test('selectors that each leave out one of their own, or add it to what many select, share their lists', () => {
  const all = Array.from({ length: 200 }, (_, i): Item => ({
    labels: i < 100 ? { own: `x${i}` } : { own: 'shared' },
  }));
  const index = new LabelIndex(all, ({ labels }) => labels);
  const lists = (operator: 'NotIn' | 'In', values: readonly string[]): readonly (readonly Item[])[] =>
    index
      .selection([{ key: 'own', operator, values }])
      .parts.map(({ from }) => from)
      .filter((from) => from.length > 50);
  expect(lists('NotIn', ['x1'])).toHaveLength(1);
  expect(lists('NotIn', ['x1'])[0]).toBe(lists('NotIn', ['x2'])[0]);
  expect(lists('In', ['x1', 'shared'])).toHaveLength(1);
  expect(lists('In', ['x1', 'shared'])[0]).toBe(lists('In', ['x2', 'shared'])[0]);
});

test('what is asked of many selections is asked of the list that they share, once', () => {
  const all = Array.from({ length: 100 }, (_, i): Item => ({ labels: { own: `x${i}` } }));
  const index = new LabelIndex(all, ({ labels }) => labels);
  let asked = 0;
  const every = oncePer((list: readonly Item[]) => {
    asked += 1;
    return list.slice(0, 3);
  });
  const firsts = Memo.during(() =>
    all.map((_, i) => index.selection([{ key: 'own', operator: 'NotIn', values: [`x${i}`] }]).where(every)),
  );
  expect(asked).toBe(1);
  expect(firsts.map(({ size }) => size)).toEqual(all.map((_, i) => (i < 3 ? 2 : 3)));
});
