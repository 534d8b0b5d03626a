import fc from 'fast-check';
import { type JsonValue } from '../../../lib/model/json-value';
import { diffFields } from '../../../lib/render/diff/diff-fields';

const paths = (before: JsonValue, after: JsonValue): string[] =>
  diffFields(before, after).map(({ path }) => path);

describe('the fields in which two values differ', () => {
  test('are named as a person writes them', () => {
    expect(diffFields({ spec: { replicas: 2 } }, { spec: { replicas: 3 } })).toEqual([
      { path: 'spec.replicas', tokens: ['spec', 'replicas'], before: 2, after: 3 },
    ]);
    expect(paths({ labels: { 'a.b/c': '1' } }, { labels: { 'a.b/c': '2' } })).toEqual(["labels['a.b/c']"]);
  });

  test('in a list are found by what tells its items apart', () => {
    const before = [
      { name: 'a', image: '1' },
      { name: 'b', image: '1' },
    ];
    const after = [
      { name: 'new', image: '1' },
      { name: 'a', image: '1' },
      { name: 'b', image: '2' },
    ];
    expect(paths({ containers: before }, { containers: after })).toEqual([
      'containers[new]',
      'containers[b].image',
    ]);
    expect(
      paths(
        [
          { mountPath: '/a', name: 'v' },
          { mountPath: '/b', name: 'v' },
        ],
        [
          { mountPath: '/a', name: 'w' },
          { mountPath: '/b', name: 'v' },
        ],
      ),
    ).toEqual(['[/a].name']);
    expect(
      paths(
        [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
        [{ port: 53, protocol: 'UDP' }],
      ),
    ).toEqual(['[53/TCP]']);
  });

  test('in a list without keys are the list', () => {
    expect(diffFields({ args: ['a'] }, { args: ['a', 'b'] })).toEqual([
      { path: 'args', tokens: ['args'], before: ['a'], after: ['a', 'b'] },
    ]);
  });

  test('tell another order of a list', () => {
    const list = [{ name: 'a' }, { name: 'b' }];
    expect(diffFields({ env: list }, { env: [...list].reverse() })).toEqual([
      { path: 'env', tokens: ['env'], before: ['a', 'b'], after: ['b', 'a'] },
    ]);
  });

  test('have no value on the side where they are absent', () => {
    expect(diffFields({ a: 1 }, { b: null })).toEqual([
      { path: 'b', tokens: ['b'], after: null },
      { path: 'a', tokens: ['a'], before: 1 },
    ]);
  });

  test('are none exactly if the values are equal', () => {
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }) as fc.Arbitrary<JsonValue>;
    fc.assert(fc.property(json, (value) => expect(diffFields(value, structuredClone(value))).toEqual([])));
    fc.assert(
      fc.property(json, json, (a, b) => {
        const plain = (value: JsonValue): unknown => JSON.parse(JSON.stringify(value));
        let equal = true;
        try {
          expect(plain(a)).toEqual(plain(b));
        } catch {
          equal = false;
        }
        expect(diffFields(plain(a) as JsonValue, plain(b) as JsonValue).length === 0).toBe(equal);
      }),
    );
  });
});
