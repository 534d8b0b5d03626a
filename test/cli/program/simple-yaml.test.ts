import fc from 'fast-check';
import { parse } from 'yaml';
import { readSimpleYaml } from '../../../lib/cli/program/simple-yaml';

test.each([
  'language: typescript\napp: npx ts-node main.ts\noutput: dist\n',
  'app: npx ts-node main.ts # the program\r\nimports:\r\n  - k8s@1.30.0\r\n  - a\r\n',
  'imports:\n- a\noutput: b',
  '# nothing but a comment\n\napp: a\n',
  'app: node --import=tsx ./src/main.ts',
])('reads what nearly every cdk8s.yaml holds: %j', (text) => {
  expect({ ...readSimpleYaml(text) }).toEqual(parse(text));
});

test.each([
  'app: "x"',
  'app: true',
  'app: .',
  'app: .inf',
  'imports:\n  - a\n - b',
  'app: 1',
  'app: a: b',
  'app: >\n  a',
  'app: a\napp: b',
  'a:\n  b: c',
  'app: *x',
  'app:',
  'a\n',
  '  app: a',
  'app: a\n  b',
  '---\napp: a',
  'on: a',
])('leaves the rest to the parser: %j', (text) => {
  expect(readSimpleYaml(text)).toBeUndefined();
});

test('what it reads is what the parser reads', () => {
  const piece = fc.constantFrom(
    ...['app', 'output', ':', ': ', ' ', '  ', '\n', '\r\n', '- ', '#', ' #', 'a', 'b c', '1', '.', '/'],
    ...['true', '~', '-', '\t', '"', "'", '@', '=', '0x1', ',', '...', '---', '&a', '!', '|', '1e3', '.5'],
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => `app: ${pieces.join('')}`);
  fc.assert(
    fc.property(text, (source) => {
      const simple = readSimpleYaml(source);
      if (simple !== undefined) expect({ ...simple }).toEqual(parse(source, { version: '1.1' }));
    }),
    { numRuns: 3000 },
  );
});
