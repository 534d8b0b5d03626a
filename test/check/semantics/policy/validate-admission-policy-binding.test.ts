import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const told = (spec: JsonObject): readonly string[] =>
  refusals('admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding', {
    spec: { policyName: 'replicas', validationActions: ['Deny'], ...spec },
  });

it('takes what the server takes', () => {
  expect(told({ validationActions: ['Warn', 'Audit'], matchResources: { namespaceSelector: {} } })).toEqual(
    [],
  );
  expect(told({ paramRef: { name: 'a', parameterNotFoundAction: 'Deny' } })).toEqual([]);
  expect(told({ paramRef: { selector: {}, parameterNotFoundAction: 'Allow' } })).toEqual([]);
});

it.each<[JsonObject, readonly string[]]>([
  [{ policyName: '' }, ['spec.policyName: Required value']],
  [{ policyName: 'A' }, ['spec.policyName: Invalid value: "A"']],
  [
    { validationActions: [] },
    ['spec.validationActions: Required value: at least one validation action is required'],
  ],
  [
    { validationActions: ['Deny', 'Warn'] },
    ['spec.validationActions: Invalid value: ["Deny","Warn"]: must not contain both Deny and Warn'],
  ],
  [{ validationActions: ['Deny', 'Deny'] }, ['spec.validationActions[1]: Duplicate value: "Deny"']],
  [
    { validationActions: ['deny'] },
    ['spec.validationActions[0]: Unsupported value: "deny": supported values: "Audit", "Deny", "Warn"'],
  ],
  [
    { paramRef: { parameterNotFoundAction: 'Deny' } },
    ['spec.paramRef: Required value: one of name or selector must be specified'],
  ],
  [
    { paramRef: { name: 'a/b', selector: {} } },
    [
      'spec.paramRef.name: Invalid value: "a/b": may not contain \'/\'',
      'spec.paramRef.name: Forbidden: name and selector are mutually exclusive',
      'spec.paramRef.selector: Forbidden: name and selector are mutually exclusive',
      'spec.paramRef.parameterNotFoundAction: Required value',
    ],
  ],
  [
    {
      matchResources: {
        matchPolicy: 'Same',
        resourceRules: [
          {
            operations: ['*'],
            apiGroups: ['*'],
            apiVersions: ['*'],
            resources: ['*'],
            resourceNames: ['a', 'a'],
          },
        ],
      },
    },
    [
      'spec.matchResources.matchPolicy: Unsupported value: "Same"',
      'spec.matchResources.resourceRules[0].resourceNames[1]: Duplicate value: "a"',
    ],
  ],
])('refuses %j', (spec, messages) => {
  expect(told(spec)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});
