import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { renderGitlab } from '../../lib/diagnostics/render-gitlab';
import { renderJson } from '../../lib/diagnostics/render-json';
import { renderMarkdown } from '../../lib/diagnostics/render-markdown';
import { renderSarif } from '../../lib/diagnostics/render-sarif';
import { renderText } from '../../lib/diagnostics/text/render-text';

const readSource = (): undefined => undefined;

function finding(code: string, name: string, line: number, rest: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code,
    severity: 'error',
    title: `${code} of ${name}, ${line}`,
    object: { kind: 'Pod', namespace: 'shop', name },
    spans: [{ file: 'a.yaml', line, column: 1, label: '' }],
    notes: [],
    help: [],
    ...rest,
  };
}

const many = (count: number, code: string, name: (index: number) => string): Diagnostic[] =>
  Array.from({ length: count }, (_, index) => finding(code, name(index), index + 1));

describe('of very many findings', () => {
  const diagnostics = [
    ...many(1030, 'K998', (index) => `pod-${index}`),
    ...many(50, 'K999', () => 'web'),
    finding('K999', 'db', 2000),
  ];
  const report = { diagnostics, objects: 2000 };
  const rest = '\nand 930 more of K998, 30 more of K999: `kubewright check --format json` has all of them\n';
  const countOf = (text: string, code: string): number =>
    text.split(new RegExp(`error\\[${code}\\]`)).length - 1;

  it('the text shows the first of each rule and object, and counts the others', () => {
    const text = renderText(report, { readSource });
    expect([countOf(text, 'K998'), countOf(text, 'K999')]).toEqual([100, 21]);
    expect(text).toContain('K998 of pod-99, 100');
    expect(text).not.toContain('K998 of pod-100, 101');
    expect(text).toContain('K999 of db');
    expect(text).toContain(rest);
    expect(text).toContain('\ncheck: 1081 errors in 2000 objects; ');
  });

  it('Markdown does so too', () => {
    const text = renderMarkdown(report, { readSource });
    expect([countOf(text, 'K998'), countOf(text, 'K999')]).toEqual([100, 21]);
    expect(text).toMatch(/\u2026 and 930 more of K998, 30 more of K999/);
    // All that is not there is counted where the room ends before.
    const short = renderMarkdown(report, { readSource, maxLength: 1000 });
    const shown = countOf(short, 'K99[89]');
    expect(short).toContain(`\u2026 and ${1081 - shown} errors more, which did not fit here.`);
  });

  it('formats for programs have all of them', () => {
    expect((JSON.parse(renderJson(report)) as { diagnostics: unknown[] }).diagnostics).toHaveLength(1081);
    expect(JSON.parse(renderGitlab(report))).toHaveLength(1081);
    const { runs } = JSON.parse(renderSarif(report, { version: '1.0.0', rules: [] })) as {
      runs: { results: unknown[] }[];
    };
    expect(runs[0]?.results).toHaveLength(1081);
  });
});

describe('a value of a megabyte', () => {
  const word = `start-${'x'.repeat(1_000_000)}-end`;
  const prose = `start ${'x '.repeat(500_000)}end`;
  const emoji = '\u{1f600}'.repeat(1000);
  const diagnostic = finding(word, 'web', 1, {
    code: 'K999',
    title: `label \`${word}\` is too long`,
    path: `/metadata/labels/${word}`,
    object: { kind: word, namespace: word, name: word },
    spans: [{ file: 'a.yaml', line: 1, column: 1, label: prose }],
    notes: [word, emoji],
    help: [prose],
    caveats: [word],
  });
  const report = { diagnostics: [diagnostic], objects: 1 };

  it('is cut in its middle for people', () => {
    for (const text of [renderText(report, { readSource }), renderMarkdown(report, { readSource })]) {
      expect(text.length).toBeLessThan(20_000);
      expect(text).toContain('start-xxx');
      expect(text).toMatch(/x\u2026x+-end` is too long/);
      expect(text).not.toContain('\ufffd');
    }
  });

  it('is whole for programs', () => {
    expect(renderJson(report)).toContain(word);
    expect(renderSarif(report, { version: '1.0.0', rules: [] })).toContain(word);
  });
});
