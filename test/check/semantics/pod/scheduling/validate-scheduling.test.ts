import { type JsonObject, type JsonValue } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfPod, toldOfTemplate } from '../told-of';

const told = (over: JsonObject, version: KubernetesVersion = '1.35', labels: JsonObject = {}): string[] =>
  toldOfPod({ containers: [container()], ...over }, version, { labels }).map((text) =>
    text.replace('spec.', ''),
  );
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

it.each<[JsonObject, string[]]>([
  [{ nodeSelector: { 'a b': 'c' } }, ['nodeSelector: Invalid value: "a b": name part must consist of']],
  [{ nodeName: 'A' }, ['nodeName: Invalid value: "A": a lowercase RFC 1123 subdomain']],
  [{ priorityClassName: 'A' }, ['priorityClassName: Invalid value: "A": a lowercase RFC 1123 subdomain']],
  [{ runtimeClassName: '' }, ['runtimeClassName: Invalid value: "": a lowercase RFC 1123 subdomain']],
  [
    { preemptionPolicy: 'Always' },
    ['preemptionPolicy: Unsupported value: "Always": supported values: "PreemptLowerPriority", "Never"'],
  ],
  [
    { schedulingGates: [{ name: 'a' }, { name: 'a' }, { name: 'b c' }] },
    ['schedulingGates[1]: Duplicate value: "a"', 'schedulingGates[2]: Invalid value: "b c": name part must'],
  ],
  [
    { schedulingGates: [{ name: 'a' }], nodeName: 'n' },
    ['nodeName: Forbidden: cannot be set until all schedulingGates have been cleared'],
  ],
])('refuses %j', (over, messages) => {
  expect(told(over)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

describe('tolerations', () => {
  const tolerations = (toleration: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
    told({ tolerations: [toleration] }, version).map((text) => text.replace('tolerations[0].', ''));

  it('are taken', () => {
    expect(tolerations({ operator: 'Exists' })).toEqual([]);
    expect(tolerations({ key: 'a', value: 'b', effect: 'NoSchedule' })).toEqual([]);
    expect(tolerations({ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 1 })).toEqual(
      [],
    );
  });

  it.each<[JsonObject, string[]]>([
    [
      { value: 'b' },
      [
        'operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ],
    ],
    [{ key: 'a b', operator: 'Exists' }, ['key: Invalid value: "a b"']],
    [
      { key: 'a', operator: 'Exists', value: 'b' },
      ['operator: Invalid value: "b": value must be empty when `operator` is \'Exists\''],
    ],
    [{ key: 'a', value: 'b c' }, ['operator: Invalid value: "b c": a valid label must be an empty string']],
    [
      { key: 'a', tolerationSeconds: 1 },
      ['effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set'],
    ],
    [
      { key: 'a', effect: 'NoRun' },
      ['effect: Unsupported value: "NoRun": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"'],
    ],
    [
      { key: 'a', operator: 'In' },
      ['operator: Unsupported value: "In": supported values: "Equal", "Exists"'],
    ],
  ])('refuse %j', (toleration, messages) => {
    expect(tolerations(toleration)).toEqual(
      messages.map((message) => expect.stringContaining(message) as string),
    );
  });

  it('compare no numbers', () => {
    const toleration = { key: 'a', operator: 'Gt', value: '1' };
    expect(tolerations(toleration, '1.34')).toEqual([
      'operator: Unsupported value: "Gt": supported values: "Equal", "Exists"',
    ]);
    expect(tolerations(toleration)).toEqual([
      'operator: Unsupported value: "Gt": supported values: "Equal", "Exists", "Lt", "Gt"',
    ]);
  });

  it('may be an annotation', () => {
    const key = 'scheduler.alpha.kubernetes.io/tolerations';
    const of = (text: string): string[] =>
      toldOfPod({ containers: [container()] }, '1.35', { annotations: { [key]: text } });
    expect(of('[{"key":"a","operator":"Exists"}]')).toEqual([]);
    expect(of('[{"key":"a","operator":"In"}]')).toEqual([
      `metadata.annotations.${key}[0].operator: Unsupported value: "In": supported values: "Equal", "Exists"`,
    ]);
    expect(of('{')).toEqual([expect.stringContaining('metadata.annotations: Invalid value')]);
  });
});

describe('node affinity', () => {
  const required = (term: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
    told({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [term] } } } }, version).map((text) =>
      text.replace(`affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms[0].`, ''),
    );

  it('is taken', () => {
    const matchExpressions = [
      { key: 'a', operator: 'In', values: ['b', ''] },
      { key: 'a', operator: 'Gt', values: ['1'] },
      { key: 'a', operator: 'Exists' },
    ];
    expect(required({ matchExpressions })).toEqual([]);
    expect(required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] })).toEqual([]);
  });

  it.each<[JsonObject, string[]]>([
    [
      { key: 'a', operator: 'In' },
      ["values: Required value: must be specified when `operator` is 'In' or 'NotIn'"],
    ],
    [
      { key: 'a', operator: 'Exists', values: ['b'] },
      ["values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'"],
    ],
    [
      { key: 'a', operator: 'Lt' },
      ["values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'"],
    ],
    [
      { key: 'a b', operator: 'Is' },
      [
        'operator: Invalid value: "Is": not a valid selector operator',
        'key: Invalid value: "a b": name part must',
      ],
    ],
  ])('refuses %j', (expression, messages) => {
    expect(required({ matchExpressions: [expression] })).toEqual(
      messages.map((message) => expect.stringContaining(`matchExpressions[0].${message}`) as string),
    );
  });

  it('looks at values since 1.33, and never at those of preferences', () => {
    const term = { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] };
    expect(required(term, '1.32')).toEqual([]);
    expect(required(term)).toEqual([
      expect.stringContaining('matchExpressions[0].values[0]: Invalid value: "b c"'),
    ]);
    const nodeAffinity = { [PREFERRED]: [{ weight: 101, preference: term }] };
    expect(told({ affinity: { nodeAffinity } })).toEqual([
      `affinity.nodeAffinity.${PREFERRED}[0].weight: Invalid value: 101: must be in the range 1-100`,
    ]);
  });

  it('knows nodes by name only', () => {
    expect(required({ matchFields: [{ key: 'metadata.uid', operator: 'Exists' }] })).toEqual([
      'matchFields[0].operator: Invalid value: "Exists": not a valid selector operator',
      'matchFields[0].key: Invalid value: "metadata.uid": not a valid field selector key',
    ]);
    expect(told({ affinity: { nodeAffinity: { [REQUIRED]: {} } } })).toEqual([
      `affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms: Required value: must have at least one node selector term`,
    ]);
  });
});

describe('pod affinity', () => {
  const topologyKey = 'kubernetes.io/hostname';
  const path = `affinity.podAntiAffinity.${REQUIRED}[0]`;
  const term = (over: JsonObject): JsonObject => ({
    affinity: { podAntiAffinity: { [REQUIRED]: [{ topologyKey, labelSelector: {}, ...over }] } },
  });

  it.each<[JsonObject, string[]]>([
    [{}, []],
    [
      { topologyKey: '' },
      [
        '.topologyKey: Required value: can not be empty',
        '.topologyKey: Invalid value: "": name part must be non-empty',
        '.topologyKey: Invalid value: "": name part must consist of',
      ],
    ],
    [{ namespaces: ['a', 'B'] }, ['.namespace: Invalid value: "B": a lowercase RFC 1123 label']],
    [{ labelSelector: { matchLabels: { a: 'b c' } } }, ['.labelSelector.matchLabels: Invalid value: "b c"']],
    [
      { labelSelector: null, matchLabelKeys: ['a'] },
      ['.matchLabelKeys: Forbidden: must not be specified when labelSelector is not set'],
    ],
    [{ matchLabelKeys: ['a b'] }, ['.matchLabelKeys[0]: Invalid value: "a b"']],
    [
      { matchLabelKeys: ['a'], mismatchLabelKeys: ['a'] },
      ['.matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and mismatchLabelKeys'],
    ],
  ])('is held against %j', (over, messages) => {
    expect(told(term(over))).toEqual(
      messages.map((message) => expect.stringContaining(`${path}${message}`) as string),
    );
  });

  it('takes a label of the Pod once, by key or by selector', () => {
    const over = { labelSelector: { matchLabels: { app: 'a' } }, matchLabelKeys: ['app'] };
    expect(told(term(over), '1.35', { app: 'a' })).toEqual([
      `${path}[0]: Invalid value: "app": exists in both matchLabelKeys and labelSelector`,
    ]);
    expect(told(term(over), '1.30', { app: 'a' })).toEqual([]);
    expect(
      toldOfTemplate({ containers: [container()], ...term(over) }, '1.35', { labels: { app: 'a' } }),
    ).toEqual([]);
  });

  it('has weights of 1 to 100', () => {
    const preference = { weight: 0, podAffinityTerm: { topologyKey } };
    expect(told({ affinity: { podAffinity: { [PREFERRED]: [preference] } } })).toEqual([
      `affinity.podAffinity.${PREFERRED}[0].weight: Invalid value: 0: must be in the range 1-100`,
    ]);
  });
});

describe('topology spread', () => {
  const spread = (constraints: JsonValue[], version: KubernetesVersion = '1.35'): string[] =>
    told({ topologySpreadConstraints: constraints }, version).map((text) =>
      text.replace('topologySpreadConstraints', ''),
    );
  const one = (over: JsonObject = {}): JsonObject => ({
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    ...over,
  });

  it.each<[JsonObject, string[]]>([
    [{ minDomains: 2, nodeTaintsPolicy: 'Honor', labelSelector: {}, matchLabelKeys: ['a'] }, []],
    [{ maxSkew: 0 }, ['[0].maxSkew: Invalid value: 0: must be greater than zero']],
    [{ topologyKey: '' }, ['[0].topologyKey: Required value: can not be empty']],
    [
      { whenUnsatisfiable: 'Never' },
      [
        '[0].whenUnsatisfiable: Unsupported value: "Never": supported values: "DoNotSchedule", "ScheduleAnyway"',
      ],
    ],
    [
      { whenUnsatisfiable: 'ScheduleAnyway', minDomains: 0 },
      [
        '[0].minDomains: Invalid value: 0: must be greater than zero',
        '[0].minDomains: Invalid value: 0: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway',
      ],
    ],
    [
      { nodeAffinityPolicy: 'No' },
      ['[0].nodeAffinityPolicy: Unsupported value: "No": supported values: "Honor", "Ignore"'],
    ],
    [
      { labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
      [
        "[0].labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
      ],
    ],
    [
      { matchLabelKeys: ['a'] },
      ['[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set'],
    ],
  ])('is held against %j', (over, messages) => {
    expect(spread([one(over)])).toEqual(messages);
  });

  it('has each key once for each action', () => {
    expect(spread([one(), one({ maxSkew: 2 }), one({ whenUnsatisfiable: 'ScheduleAnyway' })])).toEqual([
      '[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"',
    ]);
  });

  it('refused keys of the selector before 1.34', () => {
    const over = { labelSelector: { matchLabels: { a: 'b' } }, matchLabelKeys: ['a'] };
    expect(spread([one(over)], '1.33')).toEqual([
      '[0].matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and labelSelector',
    ]);
    expect(spread([one(over)], '1.34')).toEqual([]);
  });
});

describe('resourceClaims', () => {
  it('name a claim or a template, since 1.34', () => {
    const resourceClaims = [
      { name: 'a', resourceClaimName: 'b' },
      { name: 'a', resourceClaimTemplateName: 'B' },
      { resourceClaimName: 'b', resourceClaimTemplateName: 'c' },
      { name: 'c' },
    ];
    expect(told({ resourceClaims }, '1.33')).toEqual([]);
    expect(told({ resourceClaims })).toEqual([
      'resourceClaims[1].name: Duplicate value: "a"',
      expect.stringContaining('resourceClaims[1].resourceClaimTemplateName: Invalid value: "B"'),
      'resourceClaims[2].name: Required value',
      expect.stringContaining(
        'resourceClaims[2]: Invalid value: {"resourceClaimName":"b","resourceClaimTemplateName":"c"}: at most one of',
      ),
      expect.stringContaining('resourceClaims[3]: Invalid value: {"name":"c"}: must specify one of'),
    ]);
  });
});
