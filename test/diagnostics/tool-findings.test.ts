import { runInNewContext } from 'node:vm';

import { ExitCode } from '../../lib/diagnostics/exit-code';
import { fromThrown } from '../../lib/diagnostics/from-thrown';
import { countSeverities, summaryLine } from '../../lib/diagnostics/summary';
import { renderDiagnosticText } from '../../lib/diagnostics/text/render-text';
import { unusedAllowance } from '../../lib/diagnostics/unused-allowance';
import { EXAMPLES } from './examples';

describe('a rule that throws', () => {
  it('becomes an error that names the rule, the object and what was thrown', () => {
    const error = new TypeError('ports is not iterable', { cause: new Error('null') });
    const object = { kind: 'Service', namespace: 'shop', name: 'cart' };
    const spans = [{ file: 'charts/shop.ts', line: 1, column: 1, label: '' }];
    const diagnostic = fromThrown('K305', error, { object, spans });
    expect(diagnostic).toMatchObject({
      code: 'K001',
      severity: 'error',
      title: 'rule K305 failed on Service `shop/cart`',
      object,
      spans,
    });
    expect(diagnostic.notes[0]).toMatch(
      /^it threw TypeError: ports is not iterable\nat \S.*\(tool-findings\.test\.ts:\d+:\d+\)$/,
    );
    expect(diagnostic.notes[1]).toMatch(/^caused by Error: null/);
  });

  it('does not stumble over what else can be thrown', () => {
    const circular = new Error('round');
    circular.cause = circular;
    const foreign: unknown = runInNewContext('new RangeError("elsewhere")');
    const note = (thrown: unknown) => fromThrown('K1', thrown).notes[0];
    expect(note('text')).toBe('it threw "text"');
    expect(note(undefined)).toBe('it threw undefined');
    expect(note(null)).toBe('it threw null');
    expect(note({ status: 3 })).toBe('it threw an object with the keys ["status"]');
    expect(note(foreign)).toMatch(/^it threw RangeError: elsewhere/);
    expect(note(circular)).toMatch(/^it threw Error: round/);
    expect(fromThrown('K1', circular).notes.length).toBeLessThan(20);
  });
});

it('an allowance that silences nothing is a warning at the line that allowed it', () => {
  const allowance = {
    id: 'shop#K301',
    code: 'K301',
    reason: 'an operator makes the pods',
    path: 'shop',
    span: { file: 'charts/shop.ts', line: 12, column: 5 },
  };
  const text = (diagnostic: typeof allowance) =>
    renderDiagnosticText(unusedAllowance(diagnostic), { readSource: () => undefined });
  expect(text(allowance)).toBe(
    [
      'warning[K002]: the allowance of K301 at `shop` silences nothing',
      ' --> charts/shop.ts:12:5',
      "     `allow(..., 'K301', ...)` for `shop` and below",
      '  = note: its reason was: an operator makes the pods',
      '  = help: remove it; or see whether the code and the construct are those that were meant',
    ].join('\n'),
  );
  expect(unusedAllowance({ id: '#K301', code: 'K301', reason: 'r', path: '' }).spans).toEqual([
    { construct: '', label: "`allow(..., 'K301', ...)` for the whole app" },
  ]);
});

describe('the summary', () => {
  const [example] = EXAMPLES;
  const of = (...severities: ('error' | 'warning' | 'info')[]) =>
    severities.map(
      (severity, i) =>
        ({ ...(example ?? EXAMPLES[0]), severity, code: `K${i}` }) as (typeof EXAMPLES)[number],
    );

  it.each([
    [of(), 0, 'check: no findings in 0 objects'],
    [of('error'), 1, 'check: 1 error in 1 object; `kubewright explain K0` tells more'],
    [of('warning', 'warning'), 2, 'check: 2 warnings in 2 objects; `kubewright explain K0` tells more'],
    [
      of('info', 'warning', 'error', 'info'),
      9,
      'check: 1 error, 1 warning, 2 infos in 9 objects; `kubewright explain K2` tells more',
    ],
  ])('%#', (diagnostics, objects, line) => {
    expect(summaryLine({ diagnostics, objects })).toBe(line);
  });

  it('counts by severity', () => {
    expect(countSeverities(of('info', 'error', 'error'))).toEqual({ error: 2, warning: 0, info: 1 });
  });
});

it('tells three kinds of failure apart by exit code', () => {
  expect(ExitCode).toEqual({ OK: 0, FINDINGS: 1, USAGE: 2, BUG: 3 });
});
