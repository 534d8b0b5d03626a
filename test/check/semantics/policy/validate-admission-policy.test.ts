import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const RULE = { operations: ['*'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] };
const SPEC = {
  matchConstraints: { resourceRules: [RULE] },
  validations: [{ expression: 'object.spec.replicas <= 5' }],
};
const told = (spec: JsonObject): readonly string[] =>
  refusals('admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy', { spec: { ...SPEC, ...spec } });
const validation = (fields: JsonObject): JsonObject => ({ validations: [{ expression: 'true', ...fields }] });

it('takes what the server takes', () => {
  expect(told({})).toEqual([]);
  expect(
    told({
      failurePolicy: 'Ignore',
      paramKind: { apiVersion: 'rules.example.com/v1', kind: 'ReplicaLimit' },
      variables: [{ name: 'most', expression: 'params.maxReplicas' }],
      matchConditions: [{ name: 'not-system', expression: "request.namespace != 'kube-system'" }],
      validations: [{ expression: 'true', message: 'no', reason: 'Forbidden', messageExpression: "'no'" }],
      auditAnnotations: [{ key: 'replicas', valueExpression: "'many'" }],
    }),
  ).toEqual([]);
});

it.each<[JsonObject, readonly string[]]>([
  [
    { failurePolicy: 'fail' },
    ['spec.failurePolicy: Unsupported value: "fail": supported values: "Fail", "Ignore"'],
  ],
  [{ matchConstraints: null }, ['spec.matchConstraints: Required value']],
  [{ matchConstraints: {} }, ['spec.matchConstraints.resourceRules: Required value']],
  [
    { validations: [] },
    [
      'spec.validations: Required value: validations or auditAnnotations must contain at least one item',
      'spec.auditAnnotations: Required value: validations or auditAnnotations must contain at least one item',
    ],
  ],
  [
    { paramKind: { apiVersion: 'a/b/c', kind: 'A' } },
    ['spec.paramKind.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c'],
  ],
  [
    { paramKind: { apiVersion: 'A/1', kind: 'a b' } },
    [
      'spec.paramKind.apiVersion: Invalid value: "A": a lowercase RFC 1123 subdomain',
      'spec.paramKind.apiVersion: Invalid value: "1": a DNS-1035 label',
      'spec.paramKind.kind: Invalid value: "a b": may have mixed case, but should otherwise match: a DNS-1035 label',
    ],
  ],
  [
    { variables: [{ name: 'in', expression: ' ' }] },
    [
      'spec.variables[0].name: Invalid value: "in": must be a valid CEL identifier',
      'spec.variables[0].expression: Required value: expression is not specified',
    ],
  ],
  [
    validation({ expression: '' }),
    ['spec.validations[0].expression: Required value: expression is not specified'],
  ],
  [
    validation({ message: 'a\nb' }),
    ['spec.validations[0].message: Invalid value: "a\\nb": must not contain line breaks'],
  ],
  [
    validation({ message: ' ', messageExpression: ' ' }),
    [
      'spec.validations[0].messageExpression: Invalid value: " ": must be non-empty if specified',
      'spec.validations[0].message: Invalid value: " ": must be non-empty if specified',
    ],
  ],
  [validation({ reason: 'Because' }), ['spec.validations[0].reason: Unsupported value: "Because"']],
  [
    { auditAnnotations: [{ key: 'a b', valueExpression: '' }] },
    [
      'spec.auditAnnotations[0].key: Invalid value: "a/a b"',
      'spec.auditAnnotations[0].valueExpression: Required value: valueExpression is not specified',
    ],
  ],
  [
    { auditAnnotations: [1, 2].map(() => ({ key: 'a', valueExpression: "'x'" })) },
    ['spec.auditAnnotations[1].key: Duplicate value: "a"'],
  ],
])('refuses %j', (spec, messages) => {
  expect(told(spec)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

describe('expressions', () => {
  const expression = (text: string, spec: JsonObject = {}): readonly string[] =>
    told({ validations: [{ expression: text }], ...spec });

  it('know the variables that came before, with their types', () => {
    const variables = [
      { name: 'names', expression: 'object.spec.containers.map(c, c.name)' },
      { name: 'many', expression: 'variables.names.size() > 3' },
    ];
    expect(expression('variables.many', { variables })).toEqual([]);
    expect(expression('variables.names', { variables })).toEqual([
      'spec.validations[0].expression: Invalid value: "variables.names": must evaluate to bool but got list(dyn)',
    ]);
    expect(expression('true', { variables: [...variables].reverse() })).toEqual([
      expect.stringContaining(
        'spec.variables[0].expression: Invalid value: "variables.names.size() > 3": compilation failed: ERROR: <input>:1:10: undefined field \'names\'',
      ),
    ]);
    expect(
      expression('true', { variables, matchConditions: [{ name: 'a', expression: 'variables.many' }] }),
    ).toEqual([expect.stringContaining("undeclared reference to 'variables'")]);
  });

  it('know params where the policy has a kind of them', () => {
    const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' };
    expect(expression("params.data['a'] == 'b'", { paramKind })).toEqual([]);
    expect(expression("params.data['a'] == 'b'")).toEqual([
      expect.stringContaining("undeclared reference to 'params'"),
    ]);
  });

  it('of a message are texts, and ask no authorizer', () => {
    const message = (text: string): readonly string[] => told(validation({ messageExpression: text }));
    expect(message("'at most ' + string(5)")).toEqual([]);
    expect(message('5')).toEqual([expect.stringContaining('must evaluate to string but got int')]);
    expect(message("authorizer.path('/').check('get').reason()")).toEqual([
      expect.stringContaining("undeclared reference to 'authorizer'"),
    ]);
  });
});
