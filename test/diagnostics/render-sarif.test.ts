import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';

import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { renderGitlab } from '../../lib/diagnostics/render-gitlab';
import { renderSarif, type SarifRule } from '../../lib/diagnostics/render-sarif';
import { anyDiagnostic } from './arbitraries';
import { EXAMPLES } from './examples';

// The schema is of draft 04; of what it uses, only the spelling of `id` differs in what ajv reads.
const inDraft7 = Object.fromEntries(
  Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'),
);
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(inDraft7);

const RULES: readonly SarifRule[] = [
  {
    code: 'K301',
    name: 'service-selects-no-pod',
    severity: 'error',
    summary: 'A Service selects no pod.',
    explanation: 'It has **no endpoints**.',
    helpUri: 'https://example.com/rules/K301',
  },
  { code: 'K999', name: 'unused', severity: 'info', summary: 'Found nothing here.' },
];

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

function render(diagnostics: Parameters<typeof renderSarif>[0]['diagnostics']): Log {
  return JSON.parse(renderSarif({ diagnostics, objects: 86 }, { version: '1.2.3', rules: RULES })) as Log;
}

it('notices what is no SARIF, so that the tests below mean something', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  expect(validate({ version: '2.1.0', runs: [] })).toBe(true);
});

it('holds against the schema with no findings, and with the examples', () => {
  for (const diagnostics of [[], EXAMPLES]) {
    validate(render(diagnostics));
    expect(validate.errors).toBeNull();
  }
});

it('holds against the schema whatever the diagnostics hold', () => {
  fc.assert(
    fc.property(fc.array(anyDiagnostic, { maxLength: 4 }), (diagnostics) => {
      validate(render(diagnostics));
      expect(validate.errors).toBeNull();
    }),
  );
});

it('points each result at its rule, also at a rule that it was not told of', () => {
  const [run] = render(EXAMPLES).runs;
  for (const result of run?.results ?? []) {
    expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  }
  expect(run?.tool.driver.rules.map((rule) => rule.id)).toEqual([
    'K214',
    'K301',
    'K305',
    'K321',
    'K412',
    'K999',
  ]);
});

it('tells place, other places, object and field', () => {
  const [run] = render(EXAMPLES.filter((each) => each.code === 'K301')).runs;
  expect(run?.results[0]).toMatchObject({
    ruleId: 'K301',
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'charts/shop.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 42, startColumn: 5 },
        },
        logicalLocations: [{ name: 'cart', fullyQualifiedName: 'Service/shop/cart', kind: 'resource' }],
        message: { text: 'selector is `app=cart`' },
      },
    ],
    relatedLocations: [{ id: 1, physicalLocation: { region: { startLine: 31, startColumn: 17 } } }],
    properties: { path: '/spec/selector' },
  });
});

it('keeps the fingerprint of a finding when its line moves', () => {
  const prints = (line: number) =>
    render(EXAMPLES.map((each) => ({ ...each, spans: each.spans.map((span) => ({ ...span, line })) })))
      .runs[0]?.results.map((result) => result.partialFingerprints['kubewright/v1'])
      .sort();
  expect(prints(3)).toEqual(prints(300));
});

it('puts a finding without a file at the file that builds the app', () => {
  const diagnostics: Diagnostic[] = [
    {
      code: 'K301',
      severity: 'error',
      title: 't',
      spans: [{ construct: 'shop/cart', label: 'here' }],
      notes: [],
      help: [],
    },
  ];
  const report = { diagnostics, objects: 1 };
  const location = (entryFile?: string) => {
    const options = { version: '1.2.3', rules: [], ...(entryFile !== undefined && { entryFile }) };
    const log = JSON.parse(renderSarif(report, options)) as {
      runs: { results: { locations: object[] }[] }[];
    };
    validate(log);
    expect(validate.errors).toBeNull();
    return log.runs[0]?.results[0]?.locations[0];
  };
  const construct = { logicalLocations: [{ fullyQualifiedName: 'shop/cart', kind: 'construct' }] };
  expect(location()).toEqual({ ...construct, message: { text: 'here' } });
  expect(location('main.ts')).toMatchObject({
    ...construct,
    physicalLocation: { artifactLocation: { uri: 'main.ts' }, region: { startLine: 1 } },
  });
  const [issue] = JSON.parse(renderGitlab(report, { entryFile: 'main.ts' })) as object[];
  expect(issue).toMatchObject({ location: { path: 'main.ts', lines: { begin: 1 } } });
});
