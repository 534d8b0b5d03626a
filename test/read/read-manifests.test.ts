import { SourceDocument } from '../../lib/read/document';
import { readManifests, type ReadResult } from '../../lib/read/read-manifests';

const read = (text: string): ReadResult => readManifests(text, 'a.yaml');
const objectsOf = (text: string): unknown[] => read(text).objects.map(({ object }) => object);
/** Problems as `line:column reason: what`. */
const problemsOf = (text: string): string[] =>
  read(text).problems.map(({ reason, what, span }) => `${span.line}:${span.column} ${reason}: ${what}`);
const placesOf = (text: string): string[] =>
  read(text).objects.map(({ span }) => `${span.line}:${span.column}`);

describe('documents', () => {
  test('are separated by lines of ---, with comments, blanks and empty documents between', () => {
    const text = '# a\n---\n\n---\na: 1\n--- # next\n# b\n\nb: 2\n...\n---\n---   \nc: |\n  x';
    expect(objectsOf(text)).toEqual([{ a: 1 }, { b: 2 }, { c: 'x\n' }]);
    expect(placesOf(text)).toEqual(['5:1', '9:1', '13:1']);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each(['', '\n', '# only a comment', '---\n---', 'null', '~\n---\nnull\n', '\ufeff'])(
    'may hold nothing: %j',
    (text) => {
      expect(read(text)).toEqual({ objects: [], problems: [] });
    },
  );

  test('may begin with a byte order mark and end their lines as on Windows', () => {
    const text = '\ufeffa:\r\n  b: 1\r\n---\r\n\ufeffc: 2\r\n';
    expect(objectsOf(text)).toEqual([{ a: { b: 1 } }, { c: 2 }]);
    expect(read(text).objects[0]?.locate('/a/b')).toEqual({ file: 'a.yaml', line: 2, column: 3 });
    expect(placesOf(text)).toEqual(['1:1', '4:1']);
    expect(placesOf('\ufeff---\na: 1\n')).toEqual(['2:1']);
  });

  test('count lines that end in a carriage return alone', () => {
    expect(read('a: 1\rb: 2\r').objects[0]?.locate('/b')).toMatchObject({ line: 2, column: 1 });
  });

  test('are read although others are broken', () => {
    const text = 'a: 1\n---\nb: "x\n---\nc: [1\n---\nd: 2\n';
    expect(objectsOf(text)).toEqual([{ a: 1 }, { d: 2 }]);
    expect(problemsOf(text)).toEqual([
      '3:4 syntax: the text in quotes that begins here does not end',
      '5:4 syntax: the bracket that opens here is not closed',
    ]);
  });

  test('are split within a block of text too, as kubectl does', () => {
    expect(objectsOf('a: |\n  x\n---\nb: 1\n')).toEqual([{ a: 'x\n' }, { b: 1 }]);
  });

  test('that are no objects are problems', () => {
    expect(problemsOf('- a\n---\ntext\n---\n1\n---\n  true\n')).toEqual([
      '1:1 not-an-object: the document is a list, and no object',
      '3:1 not-an-object: the document is text, and no object',
      '5:1 not-an-object: the document is a number, and no object',
      '7:3 not-an-object: the document is a boolean, and no object',
    ]);
  });

  test('have text behind their end that kubectl never reads', () => {
    const text = 'a: 1\n...\nb: 2\n---\nc: 3\n';
    expect(objectsOf(text)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(problemsOf(text)).toEqual([
      '3:1 left-out: the document has ended before this line, so that kubectl never reads what follows',
    ]);
    expect(problemsOf('{a: 1} {b: 2}\n')).toHaveLength(1);
  });

  test('begin with a separator that has nothing but a comment in its line', () => {
    expect(objectsOf('--- {a: 1}\n---x\nb: 2\n---\nc: 3\n')).toEqual([{ a: 1 }, { c: 3 }]);
    expect(problemsOf('--- {a: 1}\n---x\nb: 2\n---\nc: 3\n')).toEqual([
      '1:1 separator: a line begins with "---" and goes on, which kubectl refuses',
      '2:1 separator: a line begins with "---" and goes on, which kubectl refuses',
    ]);
  });
});

describe('lists of objects', () => {
  const list = [
    'apiVersion: v1',
    'kind: List',
    'items:',
    '- kind: A',
    '  metadata: {name: a}',
    '- kind: List',
    '  items:',
    '  - {kind: B}',
    '- text',
    '-',
    '',
  ].join('\n');

  test('are opened, lists in lists too, with places kept', () => {
    expect(objectsOf(list)).toEqual([{ kind: 'A', metadata: { name: 'a' } }, { kind: 'B' }]);
    expect(placesOf(list)).toEqual(['4:3', '8:5']);
    expect(read(list).objects.map(({ locate }) => locate('/kind')?.column)).toEqual([3, 6]);
    expect(read(list).objects[0]?.locate('')).toMatchObject({ line: 4, column: 3 });
    expect(read(list).objects[0]?.locate('/metadata/name')).toMatchObject({ line: 5, column: 14 });
  });

  test('report items that are no objects', () => {
    expect(problemsOf(list)).toEqual([
      '9:3 not-an-object: an item of the list is text, and no object',
      '10:2 not-an-object: an item of the list is null, and no object',
    ]);
  });

  test('of one kind lend their items apiVersion and kind', () => {
    const text = 'apiVersion: v1\nkind: PodList\nitems: [{metadata: {name: a}}, {kind: Job}]\n';
    expect(objectsOf(text)).toEqual([
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } },
      { kind: 'Job' },
    ]);
  });

  test('are only those whose kind says so', () => {
    expect(objectsOf('kind: Menu\nitems: []\n')).toEqual([{ kind: 'Menu', items: [] }]);
    expect(objectsOf('kind: AllowList\nspec: {}\n')).toEqual([{ kind: 'AllowList', spec: {} }]);
    expect(objectsOf('kind: List\nitems: []\n')).toEqual([]);
  });
});

describe('JSON', () => {
  test('is read by its own rules, with places', () => {
    const text = '{\n\t"a": "\\/\\ud83d\\ude00",\n\t"b"\n: [1, -0.5e1, true, null, {}]\n}\n';
    expect(objectsOf(text)).toEqual([{ a: '/😀', b: [1, -5, true, null, {}] }]);
    expect(read(text).objects[0]?.locate('/b')).toMatchObject({ line: 3, column: 2 });
    expect(read(text).objects[0]?.locate('/b/2')).toMatchObject({ line: 4, column: 15 });
  });

  test('may be a stream of texts', () => {
    const text = '{"a": 1}{"b": 2}\n\n  {"c":\n3}';
    expect(objectsOf(text)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
    expect(placesOf(text)).toEqual(['1:1', '1:9', '3:3']);
    expect(read(text).objects[1]?.locate('/b')).toMatchObject({ line: 1, column: 10 });
    expect(problemsOf(text)).toEqual([]);
  });

  test('may be followed by YAML', () => {
    const text = '{"a": 1}\n---\nb: 2\n---\n{"c": 3}\n';
    expect(objectsOf(text)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
    expect(placesOf(text)).toEqual(['1:1', '3:1', '5:1']);
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf('{"a": 1}{"b": 2}\n---\nc: 3\n')).toEqual([
      '2:1 separator: something other than JSON follows after several JSON texts, at which kubectl gives up',
    ]);
  });

  test('that is not quite JSON is YAML', () => {
    expect(objectsOf('{"a": 1, # one\n b: yes,}\n')).toEqual([{ a: 1, b: true }]);
    expect(problemsOf('{"a": 1\n')).toEqual(['1:1 syntax: the bracket that opens here is not closed']);
  });

  test('has duplicate keys that are told', () => {
    expect(objectsOf('{"a": 1, "a": 2}')).toEqual([{ a: 2 }]);
    expect(problemsOf('{"a": 1, "a": 2}')).toEqual(['1:10 duplicate-key: the field "a" is written twice']);
  });
});

describe('duplicate keys', () => {
  test('are problems with both places; the last counts, as with kubectl', () => {
    const text = 'kind: A\nmetadata:\n  name: a\n  labels: {}\n  "name": b\nkind: B\n';
    const { objects, problems } = read(text);
    expect(objects[0]?.object).toEqual({ kind: 'B', metadata: { name: 'b', labels: {} } });
    expect(objects[0]?.locate('/metadata/name')).toMatchObject({ line: 5 });
    expect(problems).toEqual([
      {
        reason: 'duplicate-key',
        what: 'the field "name" is written twice',
        help: 'keep one of them; kubectl drops the first in silence, other tools refuse the document',
        span: { file: 'a.yaml', line: 5, column: 3 },
        related: [{ span: { file: 'a.yaml', line: 3, column: 3 }, label: 'written first here' }],
      },
      expect.objectContaining({ what: 'the field "kind" is written twice' }),
    ]);
  });

  test('are told for names that only become the same, and for each repetition', () => {
    expect(problemsOf('1: a\n"1": b\n')).toEqual(['2:1 duplicate-key: the field "1" is written twice']);
    expect(problemsOf('a: 1\na: 2\na: 3\n')).toHaveLength(2);
    expect(problemsOf('toString: 1\n__proto__: 2\n')).toEqual([]);
  });

  test('are told once for what aliases repeat', () => {
    expect(problemsOf('x: &x {a: 1, a: 2}\nw: *x\nz: *x\n')).toHaveLength(1);
  });

  test('are no duplicates when one of them is merged in first', () => {
    const text = 'x: &x {a: 1, b: 1}\nz:\n  <<: *x\n  a: 2\n';
    expect(objectsOf(text)).toEqual([{ x: { a: 1, b: 1 }, z: { a: 2, b: 1 } }]);
    expect(problemsOf(text)).toEqual([]);
    expect(read(text).objects[0]?.locate('/z/b')).toMatchObject({ line: 1, column: 14 });
    expect(read(text).objects[0]?.locate('/z/a')).toMatchObject({ line: 4, column: 3 });
  });

  test('are told when a merge replaces a field', () => {
    const text = 'x: &x {a: 1}\nz:\n  a: 2\n  <<: *x\n';
    expect(objectsOf(text)).toEqual([{ x: { a: 1 }, z: { a: 1 } }]);
    expect(problemsOf(text)).toEqual([
      '4:3 duplicate-key: "<<" replaces the field "a" that stands before it',
    ]);
  });
});

describe('places', () => {
  test('of fields are those of their keys, of items those of the items', () => {
    const text =
      'spec:\n  "ports":\n  - port: 80\n  -\n    port: 81\n  a/b: {c~d: [1, x]}\n  &n e: *m\n'.replace(
        '*m',
        'f',
      );
    const locate = read(text).objects[0]?.locate;
    const at = (pointer: string): string => {
      const span = locate?.(pointer);
      return span === undefined ? 'nowhere' : `${span.line}:${span.column}`;
    };
    expect(['', '/spec', '/spec/ports', '/spec/ports/0', '/spec/ports/0/port'].map(at)).toEqual([
      '1:1',
      '1:1',
      '2:3',
      '3:5',
      '3:5',
    ]);
    expect(
      ['/spec/ports/1', '/spec/a~1b', '/spec/a~1b/c~0d', '/spec/a~1b/c~0d/1', '/spec/e'].map(at),
    ).toEqual(['5:5', '6:3', '6:9', '6:18', '7:3']);
    expect(['/kind', '/spec/ports/2', '/spec/ports/x', '/spec/ports/0/port/x'].map(at)).toEqual(
      Array.from({ length: 4 }, () => 'nowhere'),
    );
  });

  test('may be asked for the value, which is where a scalar begins', () => {
    const { objects } = read('a: &x 1\nb: { c: "2", d: [x,  y] }\ne: *x\nf:\ng:\n  h: |\n    i\n');
    const at = (pointer: string) => {
      const span = objects[0]?.locate(pointer, 'value');
      return `${span?.line ?? 0}:${span?.column ?? 0}`;
    };
    expect(['/a', '/b/c', '/b/d/1', '/e', '/g/h'].map(at)).toEqual(['1:4', '2:9', '2:22', '3:4', '6:6']);
    expect(['/b', '/b/d', '/f', '/g', '/x'].map(at)).toEqual(['2:1', '2:14', '4:1', '5:1', '0:0']);
  });

  test('of what aliases bring in are where it is written', () => {
    const text = 'a: &x\n  b: [1, 2]\nc: *x\n';
    expect(read(text).objects[0]?.locate('/c/b/1')).toMatchObject({ line: 2, column: 10 });
    expect(read(text).objects[0]?.locate('/c')).toMatchObject({ line: 3, column: 1 });
  });

  test('are found far into a file, whichever object is asked in whatever order', () => {
    const text = Array.from(
      { length: 300 },
      (_, index) => `kind: A\n# ${'x'.repeat(20)}\nspec:\n  m: ${index}\n`,
    ).join('---\n');
    const { objects } = read(text);
    for (const index of [299, 0, 150, 299]) {
      expect(objects[index]?.locate('/spec/m')).toMatchObject({ line: index * 5 + 4, column: 3 });
    }
    const long = `kind: A\nspec:\n${Array.from({ length: 500 }, (_, index) => `  a${index}: 1\n`).join('')}`;
    expect(read(long).objects[0]?.locate('/spec/a499')).toMatchObject({ line: 502, column: 3 });
  });
});

describe('templates', () => {
  test('are one problem, however many of their documents are broken', () => {
    const text = [
      'kind: A',
      'metadata:',
      '  name: {{ .Values.name }}',
      '---',
      '{{- if .Values.b }}',
      'kind: B',
      '{{- end }}',
      '---',
      'kind: C',
      'note: "{{ quoted }}"',
      '',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      '3:9 template: the file is a template that is not rendered yet: "{{" stands where YAML cannot have it',
    ]);
    expect(objectsOf(text)).toEqual([{ kind: 'C', note: '{{ quoted }}' }]);
  });

  test('are not seen in texts that have braces and are broken elsewhere', () => {
    expect(problemsOf('a: "{{ x }}"\nb: "y\n')).toEqual([
      '2:4 syntax: the text in quotes that begins here does not end',
    ]);
  });

  test.each([
    ['in a block of text', 'a: |\n  {{ x }}\n  - {{ y }}\n\n  b: {{ z }}\nc: "y\n', '6:4'],
    ['in a block of text of an item', 'a:\n- >-\n  {{ x }}\n- b: |2 # text\n      {{ y }}\nc: [1\n', '6:4'],
    ['in a comment', 'a: 1 # {{ x }}\n# {{ y }}\nc: [1\n', '3:4'],
    ['behind what is broken', 'c: "1" x\na: {{ y }}\n', '1:8'],
  ])('are not blamed for braces %s', (_, text, place) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(new RegExp(`^${place} syntax: `))]);
  });

  test('are seen where a block of text ends before the braces', () => {
    expect(problemsOf('a: |\n  {{ x }}\nb: {{ y }}\n')).toEqual([expect.stringMatching(/^3:4 template: /)]);
    expect(problemsOf('a:\n  b: |\n    {{ x }}\n{{- if .b }}\nc: 1\n{{- end }}\n')).toEqual([
      expect.stringMatching(/^4:1 template: /),
    ]);
  });
});

describe('keys without quotes', () => {
  test.each([
    ['y', 'true'],
    ['Yes', 'true'],
    ['on', 'true'],
    ['n', 'false'],
    ['NO', 'false'],
    ['off', 'false'],
    ['1.10', '1.1'],
    ['010', '8'],
    ['1_000', '1000'],
  ])('that are read as something else are told: %s', (written, key) => {
    const text = `data:\n  x: a\n  ${written}: b\n`;
    expect(objectsOf(text)).toEqual([{ data: { x: 'a', [key]: 'b' } }]);
    expect(problemsOf(text)).toEqual([
      `3:3 rewritten-key: the key \`${written}\` has no quotes, and is read as \`${key}\``,
    ]);
    expect(read(text).problems[0]?.help).toContain(`write \`"${written}":\``);
  });

  test.each(['true', 'false', '8080', '"y"', "'on'", '!!str y', 'yes-no', '0.5'])('may be %s', (key) => {
    expect(problemsOf(`data: { ${key}: b }\n`)).toEqual([]);
  });

  test('that come to the same are told as written', () => {
    expect(problemsOf('y: 1\nyes: 2\n')).toEqual([
      '2:1 duplicate-key: the keys `y` and `yes` are both read as `true`, so that the first is lost',
    ]);
    expect(problemsOf('n: 1\nn: 2\n')).toEqual([
      '2:1 duplicate-key: the key `n`, which is read as `false`, is written twice',
    ]);
  });

  test('are told once, however often aliases bring them in', () => {
    expect(problemsOf('a: &a { y: 1 }\nb: [*a, *a]\n')).toHaveLength(1);
  });
});

describe('hostile files', () => {
  test('with aliases that explode are refused', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => alias).join(', ')}]`);
    }
    expect(problemsOf(lines.join('\n'))).toEqual([
      expect.stringMatching(/^\d+:\d+ syntax: aliases make this document many times larger/),
    ]);
  });

  test('with aliases within themselves are refused', () => {
    expect(problemsOf('a: &a [*a]\n')).toEqual(['1:8 syntax: *a stands within what it stands for']);
    expect(problemsOf('a: *b\n')).toEqual(['1:4 syntax: *b names an anchor that does not stand before it']);
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['items', '- '.repeat(100_000)],
    ['JSON', `{"a":${'['.repeat(100_000)}`],
    ['blocks', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested too deep by %s are refused', (_, text) => {
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/ syntax: the document is nested more than 1000 levels/),
    ]);
  });

  test('are read to a depth that no manifest has', () => {
    expect(problemsOf(`a: ${'['.repeat(900)}${']'.repeat(900)}`)).toEqual([]);
  });

  test('that are binary are refused at the first NUL', () => {
    expect(problemsOf('a: 1\nb: \0\n---\nc: 2\n')).toEqual([
      '2:4 encoding: the file is binary: it holds a NUL byte',
    ]);
    expect(problemsOf('a: \x07\n')).toEqual([
      '1:4 syntax: the control character U+0007 is not allowed in YAML',
    ]);
  });
});

test('what is broken is told with a place and a way to mend it', () => {
  const { problems } = read('kind: A\nmetadata\nspec: {}\n');
  expect(problems).toEqual([
    {
      reason: 'syntax',
      what: '"metadata" is no field: no ":" and a blank follow in its line',
      help: 'write `name: value`, with a blank after the colon; indent a line that goes on from the one before',
      span: { file: 'a.yaml', line: 2, column: 1 },
    },
  ]);
  expect(problemsOf('a: b: c\n')).toEqual(['1:5 syntax: a ":" stands where no key can be']);
  expect(problemsOf('a:\n\tb: 1\n')).toEqual(['2:1 syntax: a tab stands where only spaces may indent']);
  expect(problemsOf('%YAML 1.1\n---\na: 1\n')).toEqual([
    '1:1 syntax: a line begins with "%", which makes it a directive of YAML',
  ]);
  expect(problemsOf('a: .inf\n')).toEqual([
    '1:4 syntax: .inf is a number that JSON, and so Kubernetes, does not have',
  ]);
  expect(problemsOf('a: !!int x\n')).toEqual(['1:4 syntax: !!int stands before a value that is text']);
  expect(problemsOf('~: 1\n')).toEqual(['1:1 syntax: the name of a field is null']);
});

test('finds each of many fields, the last of those of one name, and what a merge brings in', () => {
  const keys = Array.from({ length: 100 }, (_, i) => `k${i}`);
  const plain = ['kind: ConfigMap', 'data:', ...keys.map((key) => `  ${key}: x`), '  k7: y', '  0x10: z', ''];
  const [object] = readManifests(plain.join('\n'), 'a.yaml').objects;
  const lineOf = (key: string): number | undefined => object?.locate(`/data/${key}`)?.line;
  expect(keys.map(lineOf)).toEqual(keys.map((key, i) => (key === 'k7' ? 103 : i + 3)));
  expect([lineOf('16'), lineOf('none')]).toEqual([104, undefined]);

  const merged = ['kind: &m { a: b }', 'data:', ...keys.map((key) => `  ${key}: x`), '  <<: *m', ''];
  const [other] = readManifests(merged.join('\n'), 'a.yaml').objects;
  expect(other?.locate('/data/a')).toMatchObject({ line: 1 });
  expect(other?.locate('/data/k3')).toMatchObject({ line: 6 });
});

test('fields of two documents that are asked for by turns are found without reading either again', () => {
  const texts = Array.from({ length: 12 }, (_, i) => `a: ${i}\n`);
  const { objects } = readManifests(texts.join('---\n'), 'a.yaml');
  const parse = jest.spyOn(SourceDocument.prototype, 'parse');
  for (let i = 0; i < 10; i++) for (const at of [3, 7]) objects[at]?.locate('/a');
  expect(parse).toHaveBeenCalledTimes(2);
  // Not all are kept.
  for (const { locate } of objects) locate('/a');
  objects[3]?.locate('/a');
  expect(parse.mock.calls.length).toBeGreaterThan(objects.length - 2 + 2);
  parse.mockRestore();
});
