import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const RULE = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const HOOK = {
  name: 'images.example.com',
  admissionReviewVersions: ['v1'],
  sideEffects: 'None',
  clientConfig: { url: 'https://policy.example.com/images' },
  rules: [RULE],
};
const KIND = 'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration';
const told = (...hooks: JsonObject[]): readonly string[] => refusals(KIND, { webhooks: hooks });
const service = (fields: JsonObject): JsonObject => ({
  ...HOOK,
  clientConfig: { service: { name: 'policy', namespace: 'ops', ...fields } },
});
const rule = (fields: JsonObject): JsonObject => ({ ...HOOK, rules: [{ ...RULE, ...fields }] });

it('takes what the server takes', () => {
  expect(
    told(
      HOOK,
      {
        ...service({ path: '/v1/images/', port: 8443 }),
        name: 'b.example.com',
        reinvocationPolicy: 'IfNeeded',
      },
      {
        ...rule({
          operations: ['*'],
          apiGroups: ['*'],
          resources: ['*', 'pods/exec', '*/scale'],
          scope: 'Namespaced',
        }),
        name: 'c.example.com',
        matchConditions: [{ name: 'not-system', expression: "object.metadata.namespace != 'kube-system'" }],
        timeoutSeconds: 30,
      },
    ),
  ).toEqual([]);
});

it.each<[string, JsonObject, readonly string[]]>([
  [
    'a short name',
    { ...HOOK, name: 'images' },
    ['name: Invalid value: "images": should be a domain with at least three segments separated by dots'],
  ],
  [
    'side effects',
    { ...HOOK, sideEffects: 'Some' },
    ['sideEffects: Unsupported value: "Some": supported values: "None", "NoneOnDryRun"'],
  ],
  [
    'a timeout',
    { ...HOOK, timeoutSeconds: 31 },
    ['timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds'],
  ],
  [
    'a policy',
    { ...HOOK, failurePolicy: 'fail' },
    ['failurePolicy: Unsupported value: "fail": supported values: "Fail", "Ignore"'],
  ],
  [
    'no address',
    { ...HOOK, clientConfig: {} },
    ['clientConfig: Required value: exactly one of url or service is required'],
  ],
  [
    'http',
    { ...HOOK, clientConfig: { url: 'http://a' } },
    ['clientConfig.url: Invalid value: "http": \'https\' is the only allowed URL scheme'],
  ],
  [
    'all that a URL may not have',
    { ...HOOK, clientConfig: { url: 'https://me@a/b?c#d' } },
    [
      'clientConfig.url: Invalid value: "me": user information',
      'clientConfig.url: Invalid value: "d": fragments',
      'clientConfig.url: Invalid value: "c": query parameters',
    ],
  ],
  [
    'a Service without a name',
    service({ name: '' }),
    ['clientConfig.service.namespace: Required value: service namespace is required'],
  ],
  [
    'a port',
    service({ port: 70000 }),
    ['clientConfig.service.port: Invalid value: 70000: port is not valid'],
  ],
  [
    'a path',
    service({ path: 'a//B' }),
    [
      'clientConfig.service.path: Invalid value: "a//B": must start with a \'/\'',
      'clientConfig.service.path: Invalid value: "a//B": segment[0] may not be empty',
      'clientConfig.service.path: Invalid value: "a//B": segment[1] may not be empty',
      'clientConfig.service.path: Invalid value: "a//B": segment[2]: a lowercase RFC 1123 subdomain',
    ],
  ],
  [
    'review versions',
    { ...HOOK, admissionReviewVersions: ['v2', 'v2'] },
    [
      'admissionReviewVersions[1]: Invalid value: "v2": duplicate version',
      'admissionReviewVersions: Invalid value: ["v2","v2"]: must include at least one of v1, v1beta1',
    ],
  ],
  ['no operations', rule({ operations: [] }), ['rules[0].operations: Required value']],
  [
    'an operation',
    rule({ operations: ['create'] }),
    ['rules[0].operations[0]: Unsupported value: "create": supported values: "*", "CONNECT"'],
  ],
  [
    'all and another',
    rule({ apiGroups: ['*', 'apps'] }),
    [
      'rules[0].apiGroups: Invalid value: ["*","apps"]: if \'*\' is present, must not specify other API groups',
    ],
  ],
  [
    'a resource twice',
    rule({ resources: ['pods/*', 'pods/exec'] }),
    [
      'rules[0].resources[1]: Invalid value: "pods/exec": if \'pods/*\' is present, must not specify pods/exec',
    ],
  ],
  [
    'all resources and one',
    rule({ resources: ['*', 'pods'] }),
    ["if '*' is present, must not specify other resources without subresources"],
  ],
  [
    'all subresources and one',
    rule({ resources: ['*/*', 'pods'] }),
    ["if '*/*' is present, must not specify other resources"],
  ],
  [
    'a scope',
    rule({ scope: 'All' }),
    ['rules[0].scope: Unsupported value: "All": supported values: "*", "Cluster", "Namespaced"'],
  ],
  [
    'a condition',
    { ...HOOK, matchConditions: [{ name: 'a b', expression: ' ' }] },
    ['matchConditions[0].expression: Required value', 'matchConditions[0].name: Invalid value: "a b"'],
  ],
])('refuses %s', (_, hook, messages) => {
  expect(told(hook)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

it('wants names to be different', () => {
  expect(told(HOOK, HOOK)).toEqual(['webhooks[1].name: Duplicate value: "images.example.com"']);
});
