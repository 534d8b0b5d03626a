import { type Diagnostic, type DiagnosticSpan } from '../../lib/diagnostics/diagnostic';
import { sortDiagnostics } from '../../lib/diagnostics/sort-diagnostics';

const at = (file: string, line: number, column = 1): DiagnosticSpan => ({ file, line, column, label: '' });

function diagnostic(span: DiagnosticSpan | undefined, rest: Partial<Diagnostic> = {}): Diagnostic {
  const spans = span === undefined ? [] : [span];
  return { code: 'K100', severity: 'error', title: 't', spans, notes: [], help: [], ...rest };
}

it.each<[string, readonly Diagnostic[]]>([
  ['file, by code unit', [diagnostic(at('B.ts', 9)), diagnostic(at('a.ts', 1)), diagnostic(at('ä.ts', 1))]],
  ['line, as a number', [diagnostic(at('a.ts', 9)), diagnostic(at('a.ts', 10))]],
  [
    'code before column',
    [diagnostic(at('a.ts', 1, 9), { code: 'K1' }), diagnostic(at('a.ts', 1, 2), { code: 'K2' })],
  ],
  ['column, as a number', [diagnostic(at('a.ts', 1, 9)), diagnostic(at('a.ts', 1, 10))]],
  [
    'files before constructs, constructs before nothing known',
    [diagnostic(at('z.ts', 1)), diagnostic(undefined), diagnostic({ construct: 'a', label: '' })],
  ],
  ['title', [diagnostic(at('a.ts', 1), { title: 'a' }), diagnostic(at('a.ts', 1), { title: 'b' })]],
  [
    'object',
    [
      diagnostic(at('a.ts', 1), { object: { kind: 'Service', namespace: 'a', name: 'x' } }),
      diagnostic(at('a.ts', 1), { object: { kind: 'Pod', namespace: 'b', name: 'x' } }),
    ],
  ],
  [
    'notes, when nothing else differs',
    [diagnostic(at('a.ts', 1), { notes: ['a'] }), diagnostic(at('a.ts', 1), { notes: ['b'] })],
  ],
  ['help', [diagnostic(at('a.ts', 1), { help: ['a'] }), diagnostic(at('a.ts', 1), { help: ['b'] })]],
  [
    'a second span',
    [
      diagnostic(at('a.ts', 1), { spans: [at('a.ts', 1), at('b.ts', 1)] }),
      diagnostic(at('a.ts', 1), { spans: [at('a.ts', 1), at('c.ts', 1)] }),
    ],
  ],
])('orders by %s', (_name, sorted) => {
  expect(sortDiagnostics(sorted)).toEqual(sorted);
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});
