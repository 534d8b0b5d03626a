import fc from 'fast-check';
import { getByJsonPointer, jsonPointer, parseJsonPointer } from '../../lib/model/json-pointer';

test('what is written is read again, whatever the tokens', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', '~', '/', '0', '1', 'é', '') })),
      (tokens) => {
        expect(parseJsonPointer(jsonPointer('', ...tokens))).toEqual(tokens);
      },
    ),
  );
});

test('finds every part of any document', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const document = json as never;
      const walk = (value: unknown, pointer: string): void => {
        expect(getByJsonPointer(document, pointer)).toBe(value);
        if (typeof value !== 'object' || value === null) return;
        for (const [key, child] of Object.entries(value)) walk(child, jsonPointer(pointer, key));
      };
      walk(json, '');
    }),
  );
});

test('the examples of RFC 6901', () => {
  const document = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };
  const expected: [string, unknown][] = [
    ['', document],
    ['/foo', document.foo],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ];
  for (const [pointer, value] of expected) expect(getByJsonPointer(document, pointer)).toBe(value);
});

test.each([
  '/foo/-',
  '/foo/01',
  '/foo/2',
  '/foo/length',
  '/bar',
  '/bar/baz',
  '/foo/0/x',
  '/constructor',
  '/no/x',
])('nothing is at %s', (pointer) => {
  expect(getByJsonPointer({ foo: ['a', 'b'], no: null }, pointer)).toBeUndefined();
});

test('refuses what is no pointer', () => {
  expect(() => parseJsonPointer('foo')).toThrow('does not begin with "/"');
  expect(() => parseJsonPointer('/a~2')).toThrow('has "~" without 0 or 1');
});

test('numbers are indexes', () => {
  expect(jsonPointer('/spec/containers', 0, 'image')).toBe('/spec/containers/0/image');
});
