import fc from 'fast-check';

import { type Diagnostic, type Severity } from '../../lib/diagnostics/diagnostic';
import { renderGithub } from '../../lib/diagnostics/render-github';
import { renderGitlab } from '../../lib/diagnostics/render-gitlab';
import { renderJson } from '../../lib/diagnostics/render-json';
import { renderMarkdown } from '../../lib/diagnostics/render-markdown';
import { renderSarif } from '../../lib/diagnostics/render-sarif';
import { type Report } from '../../lib/diagnostics/report';
import { displayWidth } from '../../lib/diagnostics/text/display-width';
import { renderText } from '../../lib/diagnostics/text/render-text';
import { visibleText } from '../../lib/diagnostics/visible-text';
import { anyDiagnostic, anySource } from './arbitraries';
import { EXAMPLES, readExample } from './examples';

type Renderer = (report: Report, source: string | undefined) => string;

const RENDERERS: readonly (readonly [string, Renderer])[] = [
  ['text', (report, source) => renderText(report, { readSource: () => source })],
  [
    'narrow text',
    (report, source) => renderText(report, { readSource: () => source, width: 40, colour: true }),
  ],
  ['JSON', (report) => renderJson(report)],
  ['SARIF', (report) => renderSarif(report, { version: '1.0.0', rules: [] })],
  ['GitHub', (report) => renderGithub(report)],
  ['GitLab', (report) => renderGitlab(report)],
  ['Markdown', (report, source) => renderMarkdown(report, { readSource: () => source })],
];

describe.each(RENDERERS)('%s', (_name, render) => {
  it('takes any diagnostic and any source, and gives the same for every order', () => {
    const reports = fc.array(anyDiagnostic, { maxLength: 6 }).chain((diagnostics) =>
      fc.record({
        diagnostics: fc.constant(diagnostics),
        shuffled: fc.shuffledSubarray(diagnostics, { minLength: diagnostics.length }),
        source: anySource,
        objects: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(reports, ({ diagnostics, shuffled, source, objects }) => {
        const text = render({ diagnostics, objects }, source);
        expect(render({ diagnostics: shuffled, objects }, source)).toBe(text);
      }),
    );
  });

  it('shows every fact', () => {
    const diagnostic: Diagnostic = {
      code: 'K999',
      severity: 'error',
      title: 'the title',
      spans: [
        { file: 'charts/first.ts', line: 17, column: 3, label: 'first label' },
        { file: 'charts/second.ts', line: 29, column: 5, label: 'second label' },
        { construct: 'third/place', label: 'third label' },
      ],
      notes: ['first note', 'second note'],
      help: ['first help', 'second help'],
      caveats: ['first caveat'],
    };
    const text = render({ diagnostics: [diagnostic], objects: 1 }, undefined);
    const facts = [
      'K999',
      'title',
      'charts/first.ts',
      '17',
      'first label',
      'charts/second.ts',
      '29',
      'second label',
    ];
    const more = [
      'third/place',
      'third label',
      'first note',
      'second note',
      'first help',
      'second help',
      'first caveat',
    ];
    for (const fact of [...facts, ...more]) expect(text).toContain(fact);
  });
});

it('keeps every line of a text within the width, but for places', () => {
  const columns = fc.integer({ min: 20, max: 120 });
  fc.assert(
    fc.property(anyDiagnostic, anySource, columns, (diagnostic, source, width) => {
      const text = renderText({ diagnostics: [diagnostic], objects: 1 }, { readSource: () => source, width });
      for (const line of text.split('\n')) {
        if (!/^ *(?:-->|:::) /.test(line))
          expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 40));
      }
    }),
  );
});

it('leaves no character in a text that steers the terminal', () => {
  fc.assert(
    fc.property(anyDiagnostic, anySource, (diagnostic, source) => {
      const text = renderText({ diagnostics: [diagnostic], objects: 1 }, { readSource: () => source });
      expect(visibleText(text)).toBe(text);
    }),
  );
});

it('writes GitHub a command a line, whatever the texts hold', () => {
  fc.assert(
    fc.property(fc.array(anyDiagnostic), (diagnostics) => {
      const lines = renderGithub({ diagnostics, objects: 1 }).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines).toHaveLength(diagnostics.length);
      for (const line of lines) {
        expect(line).toMatch(
          /^::(?:error|warning|notice) (?:file=[^:,]+,line=\d+,col=\d+,)?title=[^:,]+::./s,
        );
      }
    }),
  );
});

describe('GitHub, which shows ten annotations of a kind for each step', () => {
  const finding = (severity: Severity, line: number, code = 'K301'): Diagnostic => ({
    code,
    severity,
    title: `finding ${line}`,
    spans: [{ file: 'charts/shop.ts', line, column: 1, label: 'here' }],
    notes: ['a reason\n::error::that is none'],
    help: ['what to write'],
  });
  const findings = (severity: Severity, count: number): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) => finding(severity, index + 1));
  const linesOf = (...diagnostics: readonly Diagnostic[]): readonly string[] =>
    renderGithub({ diagnostics, objects: 1 }).trimEnd().split('\n');
  const commands = (lines: readonly string[], name: string): number =>
    lines.filter((line) => line.trimStart().startsWith(`::${name}`)).length;

  it('gets all of them where there are no more', () => {
    const lines = linesOf(...findings('error', 10), ...findings('warning', 10), ...findings('info', 10));
    expect(lines).toHaveLength(30);
    expect(commands(lines, 'group')).toBe(0);
  });

  it('gets the first of each kind, a notice that counts the others, and these in the log with all their facts', () => {
    const lines = linesOf(...findings('error', 12), ...findings('warning', 11), ...findings('info', 10));
    expect([commands(lines, 'error'), commands(lines, 'warning'), commands(lines, 'notice')]).toEqual([
      10, 10, 10,
    ]);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::notice title=kubewright%3A 4 more findings::2 errors, 1 warning, 1 info beyond the annotations, .*--format sarif/,
      ),
    );
    const log = lines.slice(lines.indexOf('::group::4 more findings'));
    expect(log.slice(1, 7)).toEqual([
      'info[K301]: finding 10',
      '  | charts/shop.ts:10:1: here',
      '  | note: a reason',
      '  | ::error::that is none',
      '  | help: what to write',
      'error[K301]: finding 11',
    ]);
    expect(log.at(-1)).toBe('::endgroup::');
  });

  it('gets a log that can be read of thousands', () => {
    const lines = linesOf(...findings('error', 5000));
    expect(lines.filter((line) => line.startsWith('error[K301]'))).toHaveLength(100);
    expect(lines.at(-2)).toContain('and 4890 more of K301');
  });
});

it('writes GitHub what its runner reads back', () => {
  const diagnostics = EXAMPLES.filter((each) => each.code === 'K412');
  expect(renderGithub({ diagnostics, objects: 1 })).toBe(
    '::error file=charts/team-a.ts,line=18,col=5,title=K412%3A pods of Deployment `team-a/api` exceed the LimitRange `limits`' +
      '::cpu limits: api 1500m + proxy 1 = 2500m%0Acharts/tenants.ts:9:3: LimitRange, type Pod, max cpu 2' +
      '%0Anote: the Deployment is accepted, but every pod is refused:%0A"maximum cpu usage per Pod is 2, but limit is 2500m"' +
      "%0Ahelp: lower the pod's total by 500m, or raise the tenant's max to 2500m\n",
  );
});

it('gives GitLab unique fingerprints that do not depend on lines', () => {
  const moved = EXAMPLES.map((each) => ({
    ...each,
    spans: each.spans.map((span) => ({ ...span, line: 1 })),
  }));
  const prints = (diagnostics: readonly Diagnostic[]) => {
    const issues = JSON.parse(renderGitlab({ diagnostics, objects: 1 })) as { fingerprint: string }[];
    return issues.map((issue) => issue.fingerprint).sort();
  };
  expect(prints(moved)).toEqual(prints(EXAMPLES));
  expect(new Set(prints([...EXAMPLES, ...EXAMPLES])).size).toBe(EXAMPLES.length * 2);
});

it('gives GitLab the fields that it reads', () => {
  const diagnostics: Diagnostic[] = [
    ...EXAMPLES.slice(0, 1),
    {
      code: 'K2',
      severity: 'info',
      title: 't',
      spans: [{ construct: 'shop/cart', label: '' }],
      notes: [],
      help: [],
    },
  ];
  expect(JSON.parse(renderGitlab({ diagnostics, objects: 1 }))).toMatchObject([
    {
      check_name: 'K301',
      description: expect.stringMatching(/^K301: Service `shop\/cart` selects no pod\n/) as unknown,
      severity: 'critical',
      location: { path: 'charts/shop.ts', lines: { begin: 42 } },
    },
    {
      check_name: 'K2',
      description: 'K2: t\nconstruct `shop/cart`',
      severity: 'info',
      location: { path: 'shop/cart', lines: { begin: 1 } },
    },
  ]);
});

it('writes JSON that holds the diagnostics as they are', () => {
  const json = JSON.parse(renderJson({ diagnostics: EXAMPLES, objects: 86 })) as {
    diagnostics: Diagnostic[];
  };
  expect(json).toMatchObject({ format: 1, summary: { objects: 86, errors: 5, warnings: 0, infos: 0 } });
  for (const example of EXAMPLES) expect(json.diagnostics).toContainEqual(example);
});

describe('Markdown', () => {
  it('draws an example', () => {
    const diagnostics = EXAMPLES.filter((each) => each.code === 'K301');
    expect(renderMarkdown({ diagnostics, objects: 86 }, { readSource: readExample })).toBe(
      [
        '### check: 1 error in 86 objects; `kubewright explain K301` tells more',
        '',
        '**error[K301]**: Service `shop/cart` selects no pod (`Service shop/cart` `/spec/selector`)',
        '',
        '```text',
        '  --> charts/shop.ts:42:5',
        '   |',
        "42 |     new kplus.Service(this, 'cart', {",
        '   |     ^^^ selector is `app=cart`',
        '   |',
        '  ::: charts/shop.ts:31:17',
        '   |',
        "31 |     const web = new WebService(this, 'web', {",
        '   |                 ^^^ nearest pods: labels `app=carts, tier=web`',
        '```',
        '',
        '- **note**: 1 of 4 pod templates in `shop` has the key `app`; none has the value `cart`',
        '- **help**: change the selector to `app=carts`',
        "- **help**: if an operator creates these pods: allow(this, 'K301', '\\<reason\\>')",
        '',
      ].join('\n'),
    );
  });

  it('counts what does not fit', () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      EXAMPLES.map((each) => ({ ...each, title: `${each.title} ${i}` })),
    ).flat();
    const text = renderMarkdown(
      { diagnostics: many, objects: 86 },
      { readSource: readExample, maxLength: 10_000 },
    );
    expect(text.length).toBeLessThanOrEqual(10_000);
    const shown = text.split('**error[').length - 1;
    expect(text).toContain(`… and ${2500 - shown} errors more, which did not fit here.`);
  });
});
