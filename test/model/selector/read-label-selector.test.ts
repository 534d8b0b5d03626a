import { matchesSelector } from '../../../lib/model/selector/matches-selector';
import { readLabelSelector } from '../../../lib/model/selector/read-label-selector';

test('reads labels and expressions', () => {
  const selector = readLabelSelector({
    matchLabels: { app: 'web' },
    matchExpressions: [{ key: 'tier', operator: 'In', values: ['a', 'b'] }],
  });
  expect(selector === undefined ? undefined : matchesSelector(selector, { app: 'web', tier: 'b' })).toBe(
    true,
  );
  expect(selector === undefined ? undefined : matchesSelector(selector, { app: 'web', tier: 'c' })).toBe(
    false,
  );
});

test('what is missing selects nothing, what is empty everything', () => {
  expect(readLabelSelector(undefined)).toBe('nothing');
  expect(readLabelSelector({})).toEqual({ requirements: [] });
});

test.each([
  ['a text', 'app=web'],
  ['a label that is no text', { matchLabels: { app: 1 } }],
  ['an operator that there is not', { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }],
  ['an expression without a key', { matchExpressions: [{ operator: 'Exists' }] }],
])('says nothing of %s', (_, value) => {
  expect(readLabelSelector(value)).toBeUndefined();
});
