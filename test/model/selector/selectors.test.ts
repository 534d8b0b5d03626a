import * as fc from 'fast-check';
import { formatSelector } from '../../../lib/model/selector/format-selector';
import {
  fromLabelMap,
  fromLabelSelector,
  fromServiceSelector,
} from '../../../lib/model/selector/from-label-selector';
import { matchesSelector } from '../../../lib/model/selector/matches-selector';
import { parseSelector } from '../../../lib/model/selector/parse-selector';
import { sameSelection } from '../../../lib/model/selector/same-selection';
import {
  type Labels,
  type Requirement,
  type Selector,
  selectorOf,
} from '../../../lib/model/selector/selector';
import { commonLabels, selectorsOverlap } from '../../../lib/model/selector/selectors-overlap';

describe('what a selector selects', () => {
  test('a missing one selects nothing, an empty one everything', () => {
    expect(matchesSelector(fromLabelSelector(undefined), {})).toBe(false);
    expect(matchesSelector(fromLabelSelector({}), { a: 'b' })).toBe(true);
    expect(matchesSelector(fromLabelMap(undefined), {})).toBe(true);
    expect(matchesSelector(fromServiceSelector({}), { a: 'b' })).toBe(false);
    expect(matchesSelector(fromServiceSelector({ a: 'b' }), { a: 'b', c: 'd' })).toBe(true);
  });

  test('labels that every object inherits in JavaScript are not labels', () => {
    expect(matchesSelector(parseSelector('constructor'), {})).toBe(false);
    expect(matchesSelector(parseSelector('!toString'), {})).toBe(true);
  });

  test.each([
    ['a in (x,y)', { a: 'x' }, true],
    ['a in (x,y)', {}, false],
    ['a notin (x)', {}, true],
    ['a!=x', { a: 'y' }, true],
    ['a', { a: '' }, true],
    ['!a', { a: '' }, false],
    ['a>3', { a: '4' }, true],
    ['a>3', { a: '3' }, false],
    ['a<3', { a: 'x' }, false],
    ['a<3', {}, false],
  ])('%s of %j: %s', (text, labels, expected) => {
    expect(matchesSelector(parseSelector(text), labels as Labels)).toBe(expected);
  });
});

describe('overlap', () => {
  test.each([
    ['app=a', 'app=b', undefined],
    ['app=a', 'tier=b', { app: 'a', tier: 'b' }],
    ['app in (a,b)', 'app notin (a)', { app: 'b' }],
    ['app', '!app', undefined],
    ['app!=a', '!app', {}],
    ['app', 'app notin (x)', { app: 'x1' }],
    ['n>4', 'n<6', { n: '5' }],
    ['n>4,n<6', 'n!=5', { n: '05' }],
    ['n>4', 'n<5', undefined],
    ['n<0', '', undefined],
    ['n>9223372036854775806', 'n!=9223372036854775807', { n: '09223372036854775807' }],
    ['', '', {}],
  ])('%j and %j have in common %j', (a, b, labels) => {
    expect(commonLabels(parseSelector(a), parseSelector(b))).toEqual(labels);
  });

  test('nothing overlaps nothing', () => {
    expect(selectorsOverlap('nothing', parseSelector(''))).toBe(false);
  });
});

test.each([
  ['app=a', 'app in (a)', true],
  ['app in (b,a)', 'app in (a,b),app', true],
  ['app!=a,app!=b', 'app notin (b,a)', true],
  ['app', 'app=a', false],
  ['app=a,app=b', 'x,!x', true],
  ['!app', 'app!=a', false],
  ['app!=-', '', true],
])('%j selects the same as %j: %s', (a, b, same) => {
  // "-" is no label value, which parseSelector refuses and a stored selector may still hold.
  const read = (text: string): Selector =>
    text === 'app!=-'
      ? selectorOf([{ key: 'app', operator: 'NotEquals', values: ['-'] }])
      : parseSelector(text);
  expect(sameSelection(read(a), read(b))).toBe(same);
});

const KEYS = ['a', 'b'];
const VALUES = ['0', '1', '2', 'x'];

const values = fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 });
const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values,
  }),
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
    values: fc.constant([]),
  }),
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom('Equals' as const, 'NotEquals' as const),
    values: fc.constantFrom(...VALUES).map((value) => [value]),
  }),
);
const selector = fc.array(requirement, { maxLength: 4 }).map(selectorOf);

/** All label sets over the keys; "other" stands for every value that no selector names. */
const UNIVERSE: Labels[] = [undefined, ...VALUES, 'other'].flatMap((a) =>
  [undefined, ...VALUES, 'other'].map((b) => ({
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
  })),
);

describe('against every set of labels', () => {
  test('selectors overlap when one set has both, and the labels found are one', () => {
    fc.assert(
      fc.property(selector, selector, (a, b) => {
        const both = UNIVERSE.some((labels) => matchesSelector(a, labels) && matchesSelector(b, labels));
        const common = commonLabels(a, b);
        expect(selectorsOverlap(a, b)).toBe(both);
        expect(common !== undefined).toBe(both);
        if (common !== undefined) {
          expect([matchesSelector(a, common), matchesSelector(b, common)]).toEqual([true, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('selectors are the same when they select the same sets', () => {
    fc.assert(
      fc.property(selector, selector, (a, b) => {
        const same = UNIVERSE.every((labels) => matchesSelector(a, labels) === matchesSelector(b, labels));
        expect(sameSelection(a, b)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  test('with bounds too, what is found is selected', () => {
    const bound = fc.record({
      key: fc.constantFrom(...KEYS),
      operator: fc.constantFrom('Gt' as const, 'Lt' as const),
      values: fc.integer({ min: -2, max: 4 }).map((limit) => [`${limit}`]),
    });
    const bounded = fc.array(fc.oneof(requirement, bound), { maxLength: 4 }).map(selectorOf);
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        // Two spellings of each number, so that all of "0", "1" and "2" may be left out.
        const wide = ['3', '4', '5', '00', '01', '02'];
        const universe = UNIVERSE.flatMap((labels) => [
          labels,
          ...wide.flatMap((x) => [
            { ...labels, a: x },
            { ...labels, b: x },
            ...wide.map((y) => ({ a: x, b: y })),
          ]),
        ]);
        const both = universe.some((labels) => matchesSelector(a, labels) && matchesSelector(b, labels));
        expect(selectorsOverlap(a, b)).toBe(both);
      }),
      { numRuns: 300 },
    );
  });

  test('what is written is read again', () => {
    fc.assert(
      fc.property(selector, (a) => {
        const again = parseSelector(formatSelector(a));
        expect(formatSelector(again)).toBe(formatSelector(a));
        expect(sameSelection(a, again)).toBe(true);
      }),
    );
  });
});
