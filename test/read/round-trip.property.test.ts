import * as fc from 'fast-check';
import { jsonPointer } from '../../lib/model/json-pointer';
import { type JsonObject, type JsonValue } from '../../lib/model/json-value';
import { readManifests } from '../../lib/read/read-manifests';
import { emitDocuments } from '../../lib/render/emit-yaml';
import { hostileText } from '../render/hostile-text';

const text = fc
  .oneof(hostileText, fc.string({ maxLength: 12 }))
  .filter((value) => !/\p{Surrogate}/u.test(value));
const key = fc.oneof(fc.stringMatching(/^[a-z]{1,5}(?:[./-][a-z]{1,4})?$/), text);

const { object } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 5 })
    // An own property, whatever it is called.
    .map((fields) => Object.fromEntries(fields.filter(([name]) => name !== 'items' && name !== '__proto__'))),
}));

/** Every pointer into a value, with what it points to. */
function* pointers(value: JsonValue, base = ''): Generator<readonly [string, JsonValue]> {
  yield [base, value];
  if (typeof value !== 'object' || value === null) return;
  const entries: Iterable<readonly [string | number, JsonValue]> = Array.isArray(value)
    ? (value as readonly JsonValue[]).entries()
    : Object.entries(value);
  for (const [step, child] of entries) yield* pointers(child, jsonPointer(base, step));
}

function offsetOf(source: string, { line, column }: { line: number; column: number }): number {
  const lines = source.split('\n');
  return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

describe('what is emitted', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 4 }), (objects) => {
        const { objects: read, problems } = readManifests(emitDocuments(objects), 'a.yaml');
        expect(problems).toEqual([]);
        expect(read.map((one) => one.object)).toEqual(objects);
      }),
      { numRuns: 500 },
    );
  });

  test('as JSON is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '\n', '\n\n'),
        (objects, gap) => {
          const stream = objects.map((one) => JSON.stringify(one, undefined, gap.length)).join(gap);
          const { objects: read, problems } = readManifests(stream, 'a.json');
          expect(problems).toEqual([]);
          expect(read.map((one) => one.object)).toEqual(objects);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('has a place for every field, not before that of the field that it is in', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 3 }), (objects) => {
        const source = emitDocuments(objects);
        for (const { object: read, locate } of readManifests(source, 'a.yaml').objects) {
          const offsets = new Map<string, number>();
          for (const [pointer] of pointers(read)) {
            const span = locate(pointer);
            if (span === undefined) throw new Error(`no place for ${pointer}`);
            const offset = offsetOf(source, span);
            offsets.set(pointer, offset);
            const above = offsets.get(pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0)));
            expect(offset).toBeGreaterThanOrEqual(above ?? 0);
            const name = /\/([a-z]+)$/.exec(pointer)?.[1];
            if (name !== undefined && /^[a-z]+$/.test(name)) {
              expect(source.slice(offset)).toMatch(new RegExp(`^(?:\\? )?"?${name}`));
            }
          }
          expect(locate('/not/there')).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps its other documents when one is broken', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 2, maxLength: 4 }), fc.nat(3), (objects, at) => {
        const documents = objects.map((one) => emitDocuments([one]));
        const broken = at % documents.length;
        documents[broken] = 'a: "b\n';
        const { objects: read, problems } = readManifests(documents.join('---\n'), 'a.yaml');
        expect(read.map((one) => one.object)).toEqual(objects.filter((_, index) => index !== broken));
        expect(problems).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

test('no text makes reading throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(hostileText, fc.constantFrom('\n---\n', '\n', '  ', 'a: ', '- ', '{', '"', '{{', '\0')),
        { maxLength: 12 },
      ),
      (pieces) => {
        const { objects, problems } = readManifests(pieces.join(''), 'a.yaml');
        for (const { object: read, locate } of objects) {
          for (const [pointer] of pointers(read)) expect(locate(pointer)).toBeDefined();
        }
        for (const { span } of problems) expect(Math.min(span.line, span.column)).toBeGreaterThanOrEqual(1);
      },
    ),
    { numRuns: 1000 },
  );
});
