import fc from 'fast-check';

import { type Diagnostic } from '../../lib/diagnostics/diagnostic';

/** Text with everything that terminals, Markdown, XML-like formats and YAML stumble over. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.lorem(),
  fc
    .array(
      fc.constantFrom(
        '`',
        '``',
        '\n',
        '\r\n',
        '\t',
        '\u001b[31m',
        ':',
        ',',
        '%',
        '<b>',
        '&',
        '::',
        '漢',
        '👩‍👩‍👧',
        '\u202e',
        '\ud800',
        'word',
        ' ',
        '@all',
        '#1',
        '|',
      ),
    )
    .map((parts) => parts.join('')),
);

const place = fc.oneof(
  fc.record({
    file: fc.constantFrom('a.ts', 'charts/b c.ts', '../c#?.ts', '/abs/d%.yaml', 'C:/e.ts', 'gone.ts'),
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 400 }),
    label: anyText,
  }),
  fc.record({ construct: anyText, label: anyText }),
);

/** A diagnostic of any shape. */
export const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    code: fc.constantFrom('K101', 'K301', 'K412', 'ACME-7'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    title: anyText,
    object: fc.record(
      { kind: anyText, namespace: anyText, name: anyText },
      { requiredKeys: ['kind', 'name'] },
    ),
    path: anyText,
    spans: fc.array(place, { maxLength: 3 }),
    notes: fc.array(anyText, { maxLength: 3 }),
    help: fc.array(anyText, { maxLength: 2 }),
    caveats: fc.array(anyText, { maxLength: 2 }),
  },
  { requiredKeys: ['code', 'severity', 'title', 'spans', 'notes', 'help'] },
);

/** What `readSource` may answer. */
export const anySource = fc.option(
  fc.array(anyText, { maxLength: 12 }).map((lines) => lines.join('\n')),
  {
    nil: undefined,
  },
);
