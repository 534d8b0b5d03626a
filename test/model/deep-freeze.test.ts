import fc from 'fast-check';
import { deepFreeze } from '../../lib/model/deep-freeze';

function isDeepFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen))
  );
}

test('freezes all of any JSON value, and returns it as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy = structuredClone(value);
      expect(deepFreeze(value)).toBe(value);
      expect(isDeepFrozen(value)).toBe(true);
      expect(value).toEqual(copy);
    }),
  );
});

test('reaches below what was frozen before', () => {
  const inner = { a: [1] };
  const outer = deepFreeze(Object.freeze({ inner: Object.freeze({ inner }) }));
  expect(isDeepFrozen(outer)).toBe(true);
});

test('ends on cycles, on shared parts that would unfold without end, and on great depth', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = Object.freeze([cycle]);
  deepFreeze(cycle);
  expect(Object.isFrozen(cycle)).toBe(true);

  let bomb: unknown[] = [];
  for (let i = 0; i < 60; i++) bomb = [bomb, bomb, bomb];
  expect(Object.isFrozen(deepFreeze(bomb))).toBe(true);

  let deep: unknown[] = [];
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(Object.isFrozen(deepFreeze(deep))).toBe(true);
});

test('leaves alone what cannot be frozen', () => {
  expect(() => deepFreeze({ data: Buffer.from('x') })).not.toThrow();
  expect(deepFreeze(null)).toBeNull();
  expect(deepFreeze('text')).toBe('text');
});
