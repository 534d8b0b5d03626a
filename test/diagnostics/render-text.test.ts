import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Diagnostic, type FileSpan } from '../../lib/diagnostics/diagnostic';
import { displayWidth } from '../../lib/diagnostics/text/display-width';
import { renderDiagnosticText, renderText } from '../../lib/diagnostics/text/render-text';
import { EXAMPLES, readExample } from './examples';

const golden = (code: string) => readFileSync(join(__dirname, `golden/${code}.txt`), 'utf8');
const nothing = () => undefined;

it.each(EXAMPLES.map((each) => [each.code, each] as const))('draws %s as designed', (code, diagnostic) => {
  expect(`${renderDiagnosticText(diagnostic, { readSource: readExample })}\n`).toBe(golden(code));
});

it('prints the whole report in the order of file and line, with the summary at the end', () => {
  const text = renderText({ diagnostics: EXAMPLES, objects: 86 }, { readSource: readExample });
  const order = ['K214', 'K301', 'K305', 'K412', 'K321'];
  expect(text).toBe(
    `${order.map(golden).join('\n')}\ncheck: 5 errors in 86 objects; \`kubewright explain K214\` tells more\n`,
  );
});

it('shows in brief what is no error and says the same for the fourth time', () => {
  const at = (line: number, severity: Diagnostic['severity']): Diagnostic => ({
    code: 'K999',
    severity,
    title: `container ${line} asks for nothing`,
    spans: [{ file: 'a.yaml', line, column: 1, label: 'no requests' }],
    notes: [],
    help: ['write them'],
  });
  const render = (severity: Diagnostic['severity']) =>
    renderText(
      { diagnostics: [1, 2, 3, 4].map((line) => at(line, severity)), objects: 4 },
      { readSource: () => 'a\nb\nc\nd\n' },
    );
  expect(render('warning').split('\n\n').slice(-2)).toEqual([
    'warning[K999]: container 4 asks for nothing\n --> a.yaml:4:1\n     no requests',
    'check: 4 warnings in 4 objects; `kubewright explain K999` tells more\n',
  ]);
  expect(render('warning').match(/help: write them/g)).toHaveLength(3);
  expect(render('error').match(/help: write them/g)).toHaveLength(4);
});

it('prints one line when there is nothing to report', () => {
  expect(renderText({ diagnostics: [], objects: 1 }, { readSource: nothing })).toBe(
    'check: no findings in 1 object\n',
  );
});

/** A diagnostic about one place in a file of one line. */
function about(line: string, span: Partial<FileSpan> = {}, rest: Partial<Diagnostic> = {}) {
  const diagnostic: Diagnostic = {
    code: 'K999',
    severity: 'warning',
    title: 'something',
    spans: [{ file: 'a.ts', line: 1, column: 1, label: 'here', ...span }],
    notes: [],
    help: [],
    ...rest,
  };
  return (options: { width?: number; colour?: boolean } = {}) =>
    renderDiagnosticText(diagnostic, { readSource: () => line, ...options }).split('\n');
}

describe('the source line', () => {
  it('underlines the word at the place, of any length', () => {
    expect(about('web.exposeViaService();', { column: 5 })()).toEqual([
      'warning[K999]: something',
      ' --> a.ts:1:5',
      '  |',
      '1 | web.exposeViaService();',
      '  |     ^^^^^^^^^^^^^^^^ here',
    ]);
  });

  it('underlines one column where there is no word, and at the end of the line', () => {
    expect(about('x = {', { column: 5 })().slice(3)).toEqual(['1 | x = {', '  |     ^ here']);
    expect(about('x', { column: 99 })().slice(3)).toEqual(['1 | x', '  |  ^ here']);
    expect(about('', { column: 1 })().slice(3)).toEqual(['1 |', '  | ^ here']);
  });

  it('shows tabs as blanks up to the next stop, and the carets under the place', () => {
    expect(about('\tx\tnew A()', { column: 4 })().slice(3)).toEqual([
      '1 |     x   new A()',
      '  |         ^^^ here',
    ]);
  });

  it.each([
    ["日本.add('é'); new A()", 'CJK'],
    ["f('👩‍👩‍👧‍👦', '🇩🇪', '❤️', '👍🏽'); new A()", 'emoji'],
    ["f('e\u0301'); new A()", 'combining marks'],
  ])('counts the columns of a terminal: %s', (line) => {
    const column = line.indexOf('new') + 1;
    const [, , , source = '', carets = ''] = about(line, { column })();
    expect(source).toBe(`1 | ${line}`);
    expect(carets.indexOf('^')).toBe(displayWidth(source.slice(0, source.indexOf('new'))));
  });

  it('takes CR LF and CR as ends of lines, and no mark of byte order as text', () => {
    expect(about('\ufeffa\r\nnew B()\rnew C()', { line: 2 })()[3]).toBe('2 | new B()');
    expect(about('\ufeffa\r\nnew B()\rnew C()', { line: 3 })()[3]).toBe('3 | new C()');
    expect(about('\ufeffa\r\nb', { line: 1 })()[3]).toBe('1 | a');
  });

  it('cuts a long line around the place', () => {
    const line = `${'a'.repeat(300)} new B() ${'c'.repeat(300)}`;
    const [, , , source = '', carets = ''] = about(line, { column: 302 })({ width: 60 });
    expect(displayWidth(source)).toBeLessThanOrEqual(60);
    expect(source).toMatch(/^1 \| …a+ new B\(\) c+…$/);
    expect(source.slice(carets.indexOf('^')).startsWith('new')).toBe(true);
  });

  it('cuts only the end when the place is at the beginning, and only the beginning at the end', () => {
    expect(about(`new B() ${'c'.repeat(300)}`)({ width: 60 })[3]).toMatch(/^1 \| new B\(\) c+…$/);
    const end = `${'a'.repeat(300)} new`;
    expect(about(end, { column: 302 })({ width: 60 })[3]).toMatch(/^1 \| …a+ new$/);
  });

  it('cuts beside wide characters without moving the carets', () => {
    for (const tail of ['', 'x', 'xy', '漢'.repeat(50), `x${'漢'.repeat(50)}`]) {
      const line = `${'漢'.repeat(100)}new B()${tail}`;
      const [, , , source = '', carets = ''] = about(line, { column: line.indexOf('new') + 1 })({
        width: 50,
      });
      expect(displayWidth(source)).toBeLessThanOrEqual(50);
      expect(displayWidth(source.slice(0, source.indexOf('new')))).toBe(carets.indexOf('^'));
    }
  });
});

describe('without a frame', () => {
  it('still gives the place when the file cannot be read or is shorter', () => {
    const place = ['warning[K999]: something', ' --> a.ts:7:5', '     here'];
    const options = { readSource: nothing };
    const [diagnostic] = [about('x', { line: 7, column: 5 })];
    expect(diagnostic()).toEqual(place);
    expect(
      renderDiagnosticText(
        {
          code: 'K999',
          severity: 'warning',
          title: 'something',
          spans: [{ file: 'a.ts', line: 7, column: 5, label: 'here' }],
          notes: ['n'],
          help: [],
        },
        options,
      ).split('\n'),
    ).toEqual([...place, '  = note: n']);
  });

  it('gives the path of the construct when no line is known', () => {
    const spans = [{ construct: 'shop/cart', label: 'selector is `app=cart`' }];
    expect(about('x', {}, { spans, help: ['h'] })()).toEqual([
      'warning[K999]: something',
      ' --> construct `shop/cart`',
      '     selector is `app=cart`',
      '  = help: h',
    ]);
  });

  it('does without spans', () => {
    expect(about('x', {}, { spans: [], notes: ['n'] })()).toEqual([
      'warning[K999]: something',
      '  = note: n',
    ]);
  });
});

describe('on a narrow terminal', () => {
  const words = 'the quick brown fox jumps over the lazy dog and then some more of it';

  it('wraps titles, labels, notes and help under their own beginnings', () => {
    const lines = about(
      '    new A()',
      { column: 5, label: words },
      { title: words, notes: [words], help: [words] },
    )({
      width: 50,
    });
    expect(lines).toEqual([
      'warning[K999]: the quick brown fox jumps over the',
      '               lazy dog and then some more of it',
      ' --> a.ts:1:5',
      '  |',
      '1 |     new A()',
      '  |     ^^^ the quick brown fox jumps over the',
      '  |         lazy dog and then some more of it',
      '  |',
      '  = note: the quick brown fox jumps over the lazy',
      '          dog and then some more of it',
      '  = help: the quick brown fox jumps over the lazy',
      '          dog and then some more of it',
    ]);
  });

  it('puts the label below where there is no room beside', () => {
    const lines = about(`${' '.repeat(30)}new A()`, { column: 31, label: words })({ width: 50 });
    expect(lines.slice(3)).toEqual([
      `1 | ${' '.repeat(30)}new A()`,
      `  | ${' '.repeat(30)}^^^`,
      '  |                       the quick brown fox',
      '  |                       jumps over the lazy dog',
      '  |                       and then some more of it',
    ]);
  });

  it('breaks a word only when it alone is too long', () => {
    const lines = about('new A()', {}, { notes: [`short ${'x'.repeat(70)} short`] })({ width: 50 });
    expect(lines.slice(-3)).toEqual([
      '  = note: short',
      `          ${'x'.repeat(40)}`,
      `          ${'x'.repeat(30)} short`,
    ]);
  });
});

describe('colour', () => {
  it('adds escapes and changes nothing else', () => {
    // eslint-disable-next-line no-control-regex -- the escapes of ECMA-48 are what is taken away
    const bare = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '');
    for (const width of [undefined, 60]) {
      const options = { readSource: readExample, ...(width !== undefined && { width }) };
      const report = { diagnostics: EXAMPLES, objects: 86 };
      const painted = renderText(report, { ...options, colour: true });
      expect(painted).not.toBe(bare(painted));
      expect(bare(painted)).toBe(renderText(report, options));
    }
  });

  it('closes what it opens on each line', () => {
    for (const line of about('new A()', { label: 'a\nb' }, { notes: ['c\nd'] })({ colour: true })) {
      const opened = line.split('\u001b[').length - 1;
      expect(line.split('\u001b[0m').length - 1).toBe(opened / 2);
    }
  });
});

it('lets no value steer the terminal or turn the text around', () => {
  const evil = 'a\u001b[31mb\u0007\u009bc\u202ed\u0000\u007f\ud800';
  const lines = about(
    `new ${evil}`,
    { label: evil, file: `${evil}.ts` },
    { title: evil, notes: [evil], help: [evil] },
  )();
  // eslint-disable-next-line no-control-regex -- those are what must not be there
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\ud800-\udfff]/);
  expect(lines[0]).toBe('warning[K999]: a␛[31mb␇�c�d␀␡�');
});
