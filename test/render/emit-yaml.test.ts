import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { type JsonObject } from '../../lib/model/json-value';
import { emitDocument, emitDocuments } from '../../lib/render/emit-yaml';
import { HOSTILE_TEXTS, hostileText, withTextEverywhere } from './hostile-text';

const VERSIONS = ['1.1', '1.2'] as const;

/** Emits what the types forbid. */
const emit = (object: unknown): string => emitDocument(object as JsonObject);
const lines = (...text: string[]): string => `${text.join('\n')}\n`;

function expectRoundTrip(object: JsonObject, document = emitDocument(object)): void {
  for (const version of VERSIONS) expect(yaml.parse(document, { version })).toEqual(object);
}

describe('what is read back', () => {
  test.each(HOSTILE_TEXTS.map((text) => [text]))('%j is the same value, key and item', (text) => {
    expectRoundTrip(withTextEverywhere(text) as JsonObject);
  });

  test('hostile text is the same value, key and item', () => {
    fc.assert(
      fc.property(hostileText, (text) => expectRoundTrip(withTextEverywhere(text) as JsonObject)),
      { numRuns: 400 },
    );
  });

  test('a document that a splitter cuts before "\\n---" keeps the last line feed of its text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const object = { a: 1, z: text };
        const stream = emitDocuments([object, { b: 1 }]);
        expectRoundTrip(object, stream.slice(0, stream.lastIndexOf('\n---\n')));
      }),
      { numRuns: 400 },
    );
  });

  test('any JSON is the same', () => {
    const json = fc.jsonValue({ maxDepth: 5 }).map((value) => {
      // Negative zero is zero in JSON.
      return JSON.parse(JSON.stringify({ value })) as JsonObject;
    });
    fc.assert(
      fc.property(json, (object) => expectRoundTrip(object)),
      { numRuns: 400 },
    );
  });

  test('any finite number is the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expectRoundTrip({ value: value + 0 });
      }),
    );
  });

  test('no line but that of an explicit key is added or folded, whatever its length', () => {
    const text = 'word '.repeat(500).trim();
    expect(emit({ plain: text, quoted: `${text}: `, items: [text] }).split('\n')).toHaveLength(5);
  });
});

describe('text', () => {
  test.each([
    'nginx:1.14',
    'ghcr.io/acme/web:1.4.2@sha256:0f1e2d',
    '/healthz',
    '/',
    'https://example.com/a?b=c&d=e',
    'system:serviceaccount:shop:web',
    '-c',
    '--port=8080',
    '$(POD_IP):8080',
    '.dockerconfigjson',
    'v1.14.2',
    'None',
    'Always',
    '250m',
    '10Gi',
    '1.5Gi',
    '25%',
    '30s',
    '1h30m',
    '10.0.0.0/8',
    'update image to nginx 1.16 (as asked)',
  ])('%j needs no quotes', (text) => {
    expect(emit({ a: text, b: [text] })).toBe(lines(`a: ${text}`, 'b:', `  - ${text}`));
  });

  test.each([
    ['', '""'],
    ['8080', '"8080"'],
    ['1.14.2', '"1.14.2"'],
    ['10.0.0.1', '"10.0.0.1"'],
    ['1E', '"1E"'],
    ['0 3 * * *', '"0 3 * * *"'],
    ['@daily', '"@daily"'],
    ['*.example.com', '"*.example.com"'],
    ['no', '"no"'],
    ['tRuE', '"tRuE"'],
    ['e1', '"e1"'],
    ['-e1', '"-e1"'],
    ['-inf', '"-inf"'],
    ['.inf', '".inf"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['a  b', '"a  b"'],
    ['{"a": 1}', `'{"a": 1}'`],
    ['^/api/(\\d+)$', `'^/api/(\\d+)$'`],
    [`it's "so"`, `"it's \\"so\\""`],
    ['Grüße', '"Grüße"'],
    ['\u2028\ufeff\u202e\x7f', '"\\u2028\\ufeff\\u202e\\u007f"'],
    ['a\r\nb\r\n', '"a\\r\\nb\\r\\n"'],
    ['   \n', '"   \\n"'],
    ['\ta\nb', '"\\ta\\nb"'],
    ['a\n ', '"a\\n "'],
  ])('%j is quoted on one line', (text, expected) => {
    expect(emit({ a: text })).toBe(`a: ${expected}\n`);
  });

  test('of several lines is a block literal that keeps its last line feeds', () => {
    const data = { a: 'x\ny', b: 'x\n\n  y: #\n', c: 'x\n\n\n', d: '  x\ny\n', e: '\nx ', f: '\nx', g: 'x' };
    expect(emit({ data, list: ['x\ny\n', 'z'] })).toBe(
      lines(
        ...['list:', '  - |', '    x', '    y', '  - z'],
        ...['data:', '  a: |-', '    x', '    y', '  b: |', '    x', '', '      y: #'],
        ...[
          '  c: |+',
          '    x',
          '',
          '',
          '  d: |2',
          '      x',
          '    y',
          '  e: "\\nx "',
          '  f: |2-',
          '',
          '    x',
          '  g: x',
        ],
      ),
    );
  });

  test('never ends a document in blank lines, which tools trim', () => {
    expect(emit({ a: 'x\n\n' })).toBe('a: "x\\n\\n"\n');
    expect(emit({ a: 'x\n\n', b: 1 })).toBe('a: |+\n  x\n\nb: 1\n');
  });
});

describe('keys', () => {
  test('are bare where no reader mistakes them', () => {
    const labels = { 'app.kubernetes.io/name': 1, '.npmrc': 2, LOG_LEVEL: 3, 'a-b': 4 };
    expect(emit({ labels })).toBe(
      lines('labels:', '  .npmrc: 2', '  LOG_LEVEL: 3', '  a-b: 4', '  app.kubernetes.io/name: 1'),
    );
  });

  test('are quoted where some reader would take them for something else', () => {
    expect(emit({ '8080': 1, y: 2, on: 3, n: 4, '/a': 5, 'a b': 6, 'a:b': 7 })).toBe(
      lines('"/a": 5', '"8080": 1', '"a b": 6', '"a:b": 7', '"n": 4', '"on": 3', '"y": 2'),
    );
  });

  test('that are merge keys or long are explicit', () => {
    const long = 'k'.repeat(321);
    expect(emit({ a: [{ '<<': { b: 1 }, [long]: 'x\ny\n', z: 1 }] })).toBe(
      lines(
        'a:',
        '  - ? !!str "<<"',
        '    :',
        '      b: 1',
        `    ? ${JSON.stringify(long)}`,
        '    : |',
        '      x',
        '      y',
        '    z: 1',
      ),
    );
  });
});

describe('order', () => {
  test('is customary for fields, by code unit for the rest and for what people name', () => {
    const object = {
      status: {},
      data: { name: 1, kind: 2, b: 3, B: 4, '10': 5, '9': 6 },
      spec: { zebra: 1, template: 2, replicas: 3, ant: 4 },
      metadata: { uid: 1, annotations: {}, labels: { name: 1, app: 2 }, namespace: 'n', name: 'x' },
      extra: 1,
      kind: 'K',
      apiVersion: 'v1',
    };
    expect(emit(object)).toBe(
      lines(
        ...['apiVersion: v1', 'kind: K', 'metadata:', '  name: x', '  namespace: "n"'],
        ...['  labels:', '    app: 2', '    name: 1', '  annotations: {}', '  uid: 1', 'extra: 1'],
        ...['spec:', '  replicas: 3', '  ant: 4', '  zebra: 1', '  template: 2'],
        ...['data:', '  "10": 5', '  "9": 6', '  B: 4', '  b: 3', '  kind: 2', '  name: 1', 'status: {}'],
      ),
    );
  });

  test('reads as a person writes a container', () => {
    const container = { resources: {}, env: [], ports: [], args: [], image: 'i', command: [], name: 'c' };
    expect(Object.keys(yaml.parse(emit(container)) as object)).toEqual([
      ...['name', 'image', 'command', 'args', 'ports', 'env', 'resources'],
    ]);
  });

  test('does not depend on the order in which members were set', () => {
    const entries = fc.uniqueArray(fc.tuple(hostileText, fc.nat()), { selector: ([key]) => key });
    const twice = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(emit(Object.fromEntries(one))).toBe(emit(Object.fromEntries(other)));
      }),
    );
  });

  test('does not change once many other objects were written', () => {
    const object = { b: 1, a: { d: 1, name: 2 }, kind: 'K' };
    const before = emit(object);
    for (let index = 0; index < 30_000; index++) emit({ [`key-${index}`]: index });
    expect(emit(object)).toBe(before);
    expect(emit(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, index])))).toMatch(
      /^k0: 0\nk1: 1\nk10: 10\n/,
    );
  });
});

describe('what is not text', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1.5'],
    [2 ** 53, '9007199254740992'],
    [2 ** 60, '1152921504606846976'],
    [-(2 ** 63), '-9223372036854775808'],
    [1e20, '100000000000000000000'],
    [1e21, '1.0e+21'],
    [1.5e300, '1.5e+300'],
    [1e-7, '1.0e-7'],
    [5e-324, '5.0e-324'],
    [0.1, '0.1'],
    [true, 'true'],
    [false, 'false'],
    [null, 'null'],
  ])('%p is %s', (value, expected) => {
    expect(emit({ a: value, b: [value] })).toBe(lines(`a: ${expected}`, 'b:', `  - ${expected}`));
  });

  test('undefined members are left out, empty collections are written', () => {
    expect(emit({ a: undefined, b: { c: undefined }, d: [], e: [{}, [], [[]], { f: undefined }] })).toBe(
      lines('b: {}', 'd: []', 'e:', '  - {}', '  - []', '  - - []', '  - {}'),
    );
    expect(emit({ a: undefined })).toBe('{}\n');
    expect(emit([1].map((value) => ({ a: undefined, b: [{ c: undefined, d: value }] }))[0])).toBe(
      lines('b:', '  - d: 1'),
    );
  });

  test('lists in lists stand behind one another', () => {
    expect(emit({ a: [[1, [2, 3]], [{ b: 1, c: [4] }]] })).toBe(
      lines('a:', '  - - 1', '    - - 2', '      - 3', '  - - b: 1', '      c:', '        - 4'),
    );
  });

  test('objects without a prototype and from elsewhere are plain', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1 });
    expect(emit({ bare })).toBe(lines('bare:', '  a: 1'));
    // What jest hands out belongs to another realm than the code under test.
    expect(emit({ versions: { ...process.versions, node: undefined } })).toContain('v8: ');
  });

  test('a key that is named __proto__ is a key', () => {
    expect(emit(JSON.parse('{"__proto__": {"a": 1}}'))).toBe(lines('"__proto__":', '  a: 1'));
  });
});

test('documents are joined by ---, and by an empty line more after a block literal', () => {
  expect(emitDocuments([])).toBe('');
  expect(emitDocuments([{ a: 1 }, { b: 'x\n' }, { c: 'x\ny' }, { d: 'x\n' }])).toBe(
    lines('a: 1', '---', 'b: |', '  x', '', '---', 'c: |-', '  x', '  y', '---', 'd: |', '  x'),
  );
});
