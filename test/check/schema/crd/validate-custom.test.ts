import { parse } from 'yaml';
import { CrdIndex } from '../../../../lib/check/schema/crd/crd-index';
import { validateSchema } from '../../../../lib/check/schema/validate-schema';
import { type JsonObject, type JsonValue } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';

/** A definition of the kind Thing whose `spec` has one field, `x`, with that schema. */
function crd(schema: string, version = 'name: v1', more = ''): JsonObject {
  return parse(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec:
  group: example.com
  names: { kind: Thing, plural: things }
  scope: Namespaced
  versions:
    - ${version}
      served: true
      storage: true
      ${more}
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, properties: { x: ${schema} } }
            status: { type: object, required: [phase], properties: { phase: { type: string } } }
`) as JsonObject;
}

function problems(
  definitions: readonly JsonObject[],
  object: JsonObject,
  version: KubernetesVersion = '1.36',
): string[] {
  return validateSchema(object, { version, crds: new CrdIndex(definitions) }).map(
    ({ kind, pointer }) => `${kind} ${pointer}`,
  );
}

function thing(x: JsonValue): JsonObject {
  return { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' }, spec: { x } };
}

function found(schema: string, x: JsonValue, version?: KubernetesVersion): string[] {
  return problems([crd(schema)], thing(x), version);
}

// Each verdict is kube-apiserver's, 1.28 and 1.36.
describe('a value against its schema', () => {
  it.each<[schema: string, taken: JsonValue[], refused: JsonValue[]]>([
    ['{ type: string }', ['', 'a', null], [1, true, [], {}]],
    ['{ type: integer }', [0, -1, 2147483648], [1.5, '1', 1e19]],
    ['{ type: number }', [1, 1.5], ['1']],
    ['{ type: boolean }', [true], ['true', 1]],
    ['{ type: string, nullable: true }', [null], [1]],
    ['{ type: string, enum: [A, B] }', ['A'], ['a', '']],
    ['{ type: integer, minimum: 3, maximum: 9 }', [3, 9], [2, 10]],
    ['{ type: number, minimum: 3, exclusiveMinimum: true }', [3.1], [3]],
    ['{ type: string, minLength: 2, maxLength: 3 }', ['ab', '\u{1F600}\u{1F600}'], ['a', 'abcd']],
    ['{ type: string, pattern: "^a+$" }', ['aa'], ['ab', 'aa\n', '']],
    ['{ type: string, pattern: "(?i)^abc$" }', ['ABC'], ['x']],
    [
      '{ type: string, format: date-time }',
      ['2024-01-01t00:00:00z'],
      ['', '2024-01-01', '2024-01-01T00:00:00'],
    ],
    ['{ type: string, format: date }', ['2024-01-01'], ['2024-02-30']],
    ['{ type: string, format: byte }', ['aGVsbG8='], ['', 'aGVsbG8']],
    ['{ type: string, format: ipv4 }', ['10.0.0.1', '10.0.0.01', '::ffff:1.2.3.4'], ['10.0.0.256', '::1']],
    ['{ type: string, format: ipv6 }', ['::1', '::ffff:1.2.3.4'], ['fe80::1%eth0', '10.0.0.1', ':1']],
    ['{ type: string, format: cidr }', ['10.0.0.0/8', 'fd00::/64'], ['10.0.0.1/33', '10.0.0.1']],
    ['{ type: string, format: uuid }', ['123e4567e89b12d3a456426614174000'], ['123']],
    ['{ type: string, format: duration }', ['1h', '3 days', '1.5h'], ['abc', '2024-01-01T00:00:00Z', '5']],
    ['{ type: string, format: whatever }', ['x'], []],
    [
      '{ type: array, minItems: 1, maxItems: 2, items: { type: integer } }',
      [[1]],
      [[], [1, 2, 3], ['a'], [null]],
    ],
    ['{ type: array, items: { type: string }, x-kubernetes-list-type: set }', [['a', 'b']], [['a', 'a']]],
    [
      '{ type: object, maxProperties: 1, additionalProperties: { type: integer } }',
      [{ k: 1 }],
      [{ k: 'a' }, { a: 1, b: 2 }],
    ],
    ['{ x-kubernetes-int-or-string: true }', [1, 'a'], [1.5, true]],
    ['{ x-kubernetes-preserve-unknown-fields: true }', [1, 'a', { a: [1] }], []],
    [
      '{ type: object, oneOf: [{ required: [a] }, { required: [b] }], properties: { a: { type: string }, b: { type: string } } }',
      [{ a: '' }],
      [{}, { a: '', b: '' }],
    ],
    ['{ type: string, not: { enum: [bad] } }', ['good'], ['bad']],
    ['{ type: integer, allOf: [{ minimum: 2 }, { maximum: 5 }] }', [3], [1, 6]],
    [
      '{ type: object, required: [a, b], properties: { a: { type: string, default: q }, b: { type: integer } } }',
      [{ b: 1 }, { a: null, b: 1 }],
      [{ a: '' }, { b: null }],
    ],
    // Defaults come before the conditions: a Gateway's address without a type is of the type IPAddress, and of no other.
    [
      '{ type: object, oneOf: [{ properties: { type: { enum: [IP] } } }, { properties: { type: { not: { enum: [IP] } } } }], properties: { type: { type: string, default: IP }, value: { type: string } } }',
      [{ value: '1.1.1.1' }, { type: null }, { type: 'Host' }],
      [{ type: 1 }],
    ],
    [
      '{ type: array, items: { type: object, minProperties: 1, properties: { a: { type: object, default: {}, required: [b], properties: { b: { type: string, default: q } } } } } }',
      [[{}, { a: {} }, { a: null }]],
      [[{ a: { b: 1 } }]],
    ],
    [
      '{ type: object, additionalProperties: { type: integer, minimum: 1, default: 3 } }',
      [{}, { a: 1 }, { a: null }],
      [{ a: 0 }],
    ],
    [
      '{ type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }',
      [{ apiVersion: 'v1', kind: 'X', metadata: { name: 'a' }, z: 1 }],
      [{}, { apiVersion: 'v1', kind: 'X', metadata: { nam: 'a' } }],
    ],
  ])('%s', (schema, taken, refused) => {
    for (const value of taken) expect([value, ...found(schema, value)]).toEqual([value]);
    for (const value of refused) expect([value, ...found(schema, value)].length).toBeGreaterThan(1);
  });

  it('names the values that a field takes', () => {
    const of = (schema: string) =>
      validateSchema(thing('a'), { version: '1.36', crds: new CrdIndex([crd(schema)]) }).map(
        ({ says }) => says,
      );
    expect(of('{ type: string, enum: [b, c, d] }')).toEqual([
      'has `"a"` in `spec.x`, which takes `"b"`, `"c"` or `"d"`',
    ]);
    expect(of('{ type: string, enum: [b] }')[0]).toContain('which takes only `"b"`');
    expect(of('{ type: string, enum: [b, c, d, e, f, g, h, i, j] }')[0]).toContain(
      'which takes one of a list',
    );
  });

  it('tells of a pattern that is not read, and does not judge by it', () => {
    expect(found('{ type: string, pattern: "^(?!a)" }', 'a')).toEqual(['unread-pattern /spec/x']);
    expect(found('{ type: string, pattern: "^(?!a)" }', 1)).toEqual(['wrong-type /spec/x']);
  });

  it('looks at the format int32 since 1.36', () => {
    expect(found('{ type: integer, format: int32 }', 2147483648, '1.35')).toEqual([]);
    expect(found('{ type: integer, format: int32 }', 2147483648, '1.36')).toEqual(['out-of-range /spec/x']);
  });

  it('tells the items of a list map apart by keys with their defaults', () => {
    const schema =
      '{ type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k, p], items: { type: object, required: [k], properties: { k: { type: string }, p: { type: string, default: TCP } } } }';
    expect(found(schema, [{ k: 'a' }, { k: 'a', p: 'UDP' }])).toEqual([]);
    expect(found(schema, [{ k: 'a' }, { k: 'a', p: 'TCP' }])).toEqual(['duplicate-item /spec/x/1']);
  });
});

describe('a custom resource', () => {
  const definition = crd('{ type: string }');

  it('has no fields but those of its schema and those of every object', () => {
    expect(problems([definition], { ...thing('a'), extra: 1 })).toEqual(['unknown-field /extra']);
    expect(problems([definition], { ...thing('a'), metadata: { name: 'a', label: {} } })).toEqual([
      'unknown-field /metadata/label',
    ]);
    const [problem] = validateSchema(
      { ...thing('a'), specs: {} },
      { version: '1.35', crds: new CrdIndex([definition]) },
    );
    expect(problem?.help).toEqual(['did you mean `spec`?']);
    expect(problem?.notes[0]).toContain('drops it in silence');
  });

  it('is asked for its status where that is no subresource', () => {
    const object = { ...thing('a'), status: {} };
    expect(problems([definition], object)).toEqual(['missing-field /status/phase']);
    const dropping = crd('{ type: string }', 'name: v1', 'subresources: { status: {} }');
    expect(problems([dropping], object)).toEqual([]);
    expect(problems([dropping], { ...thing('a'), status: { fase: 'x' } })).toEqual([
      'unknown-field /status/fase',
    ]);
  });

  it('is of a version that its definition serves', () => {
    const other = crd('{ type: string }', 'name: v2');
    const [problem] = validateSchema(thing('a'), { version: '1.35', crds: new CrdIndex([other]) });
    expect(problem).toMatchObject({ kind: 'unknown-kind', help: ['write `apiVersion: example.com/v2`'] });
  });

  it('is warned of where its version is deprecated', () => {
    const old = crd('{ type: string }', 'name: v1', 'deprecated: true');
    expect(problems([old], thing('a'))).toEqual(['deprecated-kind /apiVersion']);
  });

  it('is held against the definition that it fits best, where there are several', () => {
    expect(problems([crd('{ type: integer }'), definition], thing('a'))).toEqual([]);
  });

  it('is unknown where its kind is a slip of the finger, and not judged otherwise', () => {
    const object = thing('a');
    expect(problems([definition], { ...object, kind: 'thing' })).toEqual(['unknown-kind /kind']);
    expect(problems([definition], { ...object, kind: 'ThingClaim' })).toEqual(['unchecked-kind /kind']);
    expect(problems([], object)).toEqual(['unchecked-kind /kind']);
  });
});
