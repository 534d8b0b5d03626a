import { type JsonObject } from '../../lib/model/json-value';
import { emitDocument, emitDocuments } from '../../lib/render/emit-yaml';
import { UnwritableValueError } from '../../lib/render/unwritable-value-error';

class Token {
  readonly secret = 'hunter2';
}

function refusal(object: unknown): UnwritableValueError {
  try {
    emitDocument(object as JsonObject);
  } catch (error) {
    if (error instanceof UnwritableValueError) return error;
    throw error;
  }
  throw new Error('it was written');
}

/** A Deployment that has the value as the value of an environment variable. */
const deployment = (value: unknown) => ({
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    template: { spec: { containers: [{ name: 'a' }, { env: [{ name: 'A' }, { name: 'B', value }] }] } },
  },
});
const PATH = 'spec.template.spec.containers[1].env[1].value';

test.each([
  ['is NaN; write a finite number', NaN],
  ['is Infinity; write a finite number', Infinity],
  ['is -Infinity; write a finite number', -Infinity],
  ['is a bigint; write Number(value)', 1n],
  ['is a function; call it', () => 'hunter2'],
  ['is a symbol; write its text', Symbol('hunter2')],
  ["holds bytes; write text: buffer.toString('base64')", Buffer.from('hunter2')],
  ['holds bytes', new Uint8Array(2)],
  ['holds bytes', new ArrayBuffer(2)],
  ['is a Date; write date.toISOString()', new Date(0)],
  ['is a Map; write Object.fromEntries(map)', new Map([['a', 'hunter2']])],
  ['is a Set; write [...set]', new Set(['hunter2'])],
  ['is a Promise; await it', Promise.resolve('hunter2')],
  ['is an instance of Token; write plain data', new Token()],
  ['is an instance of String; write plain data', Object('hunter2')],
  ['is text with half of a surrogate pair', 'hunter2 \ud83d'],
  ['is text with half of a surrogate pair', 'hunter2\n\ude00'],
])('a field that %s', (expected, value) => {
  const error = refusal(deployment(value));
  expect(error.path).toBe(PATH);
  expect(error.message).toContain(`Deployment shop/web: ${PATH} ${expected}`);
  expect(error.message).not.toContain('hunter2');
});

test('an undefined list item is refused, and a hole is one', () => {
  expect(refusal({ a: [1, undefined] })).toMatchObject({
    path: 'a[1]',
    message: 'object: a[1] is an undefined list item; filter it out, or write null where null is meant',
  });
  // eslint-disable-next-line no-sparse-arrays
  expect(refusal({ a: [[1, , 2]] }).path).toBe('a[0][1]');
});

test('a key with half of a surrogate pair is told at the object that has it', () => {
  const error = refusal({ kind: 'ConfigMap', metadata: { name: 'c' }, data: { 'a\ud800': 'x' } });
  expect(error.message).toContain('ConfigMap c: data has a key with half of a surrogate pair');
  expect(refusal({ '\udc00': 1 }).message).toContain('object: it has a key with half of a surrogate pair');
});

test('names that are no identifiers are quoted in the path', () => {
  expect(refusal({ metadata: { annotations: { 'a.b/c': 1n } } }).path).toBe('metadata.annotations["a.b/c"]');
  expect(refusal({ '8080': { 'nginx.conf': 1n, x: 1 } }).path).toBe('["8080"]["nginx.conf"]');
});

test('a cycle is told where it closes', () => {
  const spec: Record<string, unknown> = { a: { b: 1 } };
  const list: unknown[] = [{ to: spec }];
  spec.list = list;
  expect(refusal({ spec })).toMatchObject({ path: 'spec.list[0].to' });
  expect(refusal({ spec }).message).toContain('spec.list[0].to refers back to spec, which contains it');
  const root: Record<string, unknown> = {};
  root.self = root;
  expect(refusal(root).message).toContain('self refers back to the object itself');
});

test('the same object in two places is no cycle', () => {
  const labels = { app: 'web' };
  expect(emitDocument({ a: labels, b: labels })).toBe('a:\n  app: web\nb:\n  app: web\n');
});

test.each([
  ['objects', (inner: unknown) => ({ a: inner })],
  ['lists', (inner: unknown) => [inner]],
])('10,000 %s within each other are refused in a short message', (_, wrap) => {
  let value: unknown = 1;
  for (let depth = 0; depth < 10_000; depth++) value = wrap(value);
  const error = refusal({ kind: 'Deep', value });
  expect(error.message).toMatch(/^Deep: value.*is nested deeper than 1000 levels/);
  expect(error.message.length).toBeLessThan(500);
});

test('what is not a plain object is no document', () => {
  for (const root of [null, undefined, 'text', 1, [], [{}], new Token(), new Map()]) {
    expect(refusal(root).message).toContain('object: it is not a plain object');
  }
});

test('of several documents the one at fault is named', () => {
  const objects = [{ kind: 'A' }, { kind: 'B', metadata: { name: 'b' }, spec: { x: NaN } }];
  expect(() => emitDocuments(objects)).toThrow(/^B b: spec\.x is NaN/);
});
