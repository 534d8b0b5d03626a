import fc from 'fast-check';

import { checkScalar } from '../../../lib/check/schema/check-scalar';
import { ProblemLog } from '../../../lib/check/schema/problem-log';
import { type Scalar, type Shape } from '../../../lib/check/schema/shape';
import { soundTest } from '../../../lib/check/schema/sound-test';
import { enumValues, isIn } from '../../../lib/check/schema/table';
import { type JsonValue } from '../../../lib/model/json-value';

const SCALARS: readonly Scalar[] = [
  'string',
  'int32',
  'int64',
  'double',
  'boolean',
  'intOrString',
  'quantity',
  'bytes',
  'json',
];

const number = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.5,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    -(2 ** 31) - 1,
    2 ** 53,
    2 ** 63,
    1e300,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
);
const text = fc.oneof(
  fc.constantFrom(
    '',
    '\uFEFF1',
    '\u00851',
    ' 1',
    '1 ',
    '1.5',
    '100m',
    '1Gi',
    '1GB',
    '1e3',
    '1e999999',
    '-1',
    '25%',
    'YQ==',
    'YQ',
    'Y Q=',
  ),
  fc.string(),
);
const value = fc.oneof(number, text, fc.jsonValue()) as fc.Arbitrary<JsonValue>;

test.each(SCALARS)('of %s, takes only what the walk takes', (scalar) => {
  const isSound = soundTest({ is: 'scalar', scalar }, '1.35');
  expect(isSound).toBeDefined();
  fc.assert(
    fc.property(value, (each) => {
      if (each === null || !isSound?.(each)) return;
      const log = new ProblemLog();
      checkScalar(log, scalar, each);
      expect(log.problems).toEqual([]);
    }),
  );
});

test('of an enumeration, takes the values of the version', () => {
  const name = 'core.v1.ServiceType';
  const shape: Shape = { is: 'enum', name, emptyIsUnset: true };
  const isSound = soundTest(shape, '1.35');
  for (const each of enumValues(name)) expect(isSound?.(each.value)).toBe(isIn(each, '1.35'));
  expect(isSound?.('clusterip')).toBe(false);
  expect(isSound?.(1)).toBe(false);
});

test('of lists and maps, looks at all that is in them', () => {
  const words: Shape = { is: 'scalar', scalar: 'string' };
  const list = soundTest({ is: 'list', items: words, keys: [] }, '1.35');
  const map = soundTest({ is: 'map', values: words }, '1.35');
  expect([list?.([]), list?.(['a', 'b']), list?.(['a', 1]), list?.({ a: 'b' }), list?.('a')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([map?.({}), map?.({ a: 'b' }), map?.({ a: 'b', c: 1 }), map?.({ a: null }), map?.(['a'])]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('leaves to the walk what it has to go into', () => {
  expect(soundTest({ is: 'type', name: 'core.v1.PodSpec' }, '1.35')).toBeUndefined();
  expect(
    soundTest({ is: 'list', items: { is: 'type', name: 'core.v1.Container' }, keys: [] }, '1.35'),
  ).toBeUndefined();
  expect(soundTest({ is: 'scalar', scalar: 'time' }, '1.35')).toBeUndefined();
});
