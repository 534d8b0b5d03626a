import { type Dice, type Json, type JsonMap } from '../dice';
import { labelSelector, metadata } from './metadata';

const scope = (d: Dice): string => d.of(['*', 'Namespaced', 'Cluster']);

const rule = (d: Dice): JsonMap => ({
  operations: d.chance(0.2) ? ['*'] : d.sample(['CREATE', 'UPDATE', 'DELETE', 'CONNECT'], 1, 2),
  apiGroups: d.chance(0.2) ? ['*'] : d.sample(['', 'apps', 'example.com'], 1, 2),
  apiVersions: d.pick(['v1'], ['*'], ['v1', 'v1beta1']),
  resources: d.pick(['pods'], ['deployments', 'deployments/scale'], ['*'], ['pods/*'], ['*/*']),
  ...d.opt({ scope: () => scope(d) }),
});

const conditions = (d: Dice): Json =>
  d.sample(['not-system', 'example.com/a', 'b_c'], 0, 2).map((name) => ({
    name,
    expression: d.of(['true', 'request.namespace != "kube-system"', 'has(object.metadata)']),
  }));

const clientConfig = (d: Dice): JsonMap => ({
  ...d.pick<JsonMap>(
    { url: d.of(['https://hooks.example.com/validate', 'https://10.0.0.1:8443']) },
    { service: { namespace: 'default', name: 'hooks' } },
    { service: { namespace: 'default', name: 'hooks', path: '/validate', port: 8443 } },
  ),
  ...d.opt({ caBundle: () => Buffer.from('ca').toString('base64') }),
});

const webhook = (d: Dice, index: number): JsonMap => ({
  name: `w${index}.${d.of(['example.com', 'hooks.acme.io'])}`,
  admissionReviewVersions: d.pick(['v1'], ['v1', 'v1beta1'], ['v2', 'v1']),
  sideEffects: d.of(['None', 'NoneOnDryRun']),
  clientConfig: clientConfig(d),
  ...d.opt(
    {
      rules: () => d.list(0, 2, () => rule(d)),
      failurePolicy: () => d.of(['Fail', 'Ignore']),
      matchPolicy: () => d.of(['Exact', 'Equivalent']),
      namespaceSelector: () => labelSelector(d),
      objectSelector: () => labelSelector(d),
      timeoutSeconds: () => d.of([1, 10, 30]),
      matchConditions: () => conditions(d),
    },
    0.4,
  ),
});

export const validatingWebhookConfiguration = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  ...d.opt({ webhooks: () => d.list(0, 2, (index) => webhook(d, index)) }, 0.95),
});

export const mutatingWebhookConfiguration = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  ...d.opt(
    {
      webhooks: () =>
        d.list(0, 2, (index) => ({
          ...webhook(d, index),
          ...d.opt({ reinvocationPolicy: () => d.of(['Never', 'IfNeeded']) }),
        })),
    },
    0.95,
  ),
});

const matchResources = (d: Dice): JsonMap => ({
  resourceRules: d.list(1, 2, () => namedRule(d)),
  ...d.opt(
    {
      excludeResourceRules: () => d.list(0, 1, () => namedRule(d)),
      namespaceSelector: () => labelSelector(d),
      objectSelector: () => labelSelector(d),
      matchPolicy: () => d.of(['Exact', 'Equivalent']),
    },
    0.2,
  ),
});

const namedRule = (d: Dice): JsonMap => ({ ...rule(d), ...d.opt({ resourceNames: () => ['a'] }, 0.1) });

const policyExpressions = [
  'true',
  'object.metadata.name != "x"',
  'has(object.spec)',
  'request.operation == "CREATE"',
];

export function validatingAdmissionPolicy(d: Dice): JsonMap {
  const audits = d.chance(0.2);
  return {
    metadata: metadata(d),
    spec: {
      matchConstraints: matchResources(d),
      validations: d.list(1, 3, () => ({
        expression: d.of(policyExpressions),
        ...d.opt({
          message: () => 'not allowed',
          messageExpression: () => '"no " + object.metadata.name',
          reason: () => d.of(['Unauthorized', 'Forbidden', 'Invalid']),
        }),
      })),
      ...d.opt(
        {
          failurePolicy: () => d.of(['Fail', 'Ignore']),
          paramKind: () => ({ apiVersion: d.of(['v1', 'rules.example.com/v1']), kind: 'ConfigMap' }),
          matchConditions: () => conditions(d),
          variables: () =>
            d.sample(['a', 'fooBar'], 0).map((name) => ({ name, expression: 'object.metadata.name' })),
        },
        0.25,
      ),
      ...(audits && {
        auditAnnotations: [{ key: 'name', valueExpression: '"name " + string(object.metadata.name)' }],
      }),
    },
  };
}

export const validatingAdmissionPolicyBinding = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    policyName: d.name(),
    validationActions: d.pick(['Deny'], ['Warn'], ['Audit', 'Warn'], ['Audit', 'Deny']),
    ...d.opt({
      paramRef: () => ({
        ...d.pick<JsonMap>({ name: d.name() }, { selector: labelSelector(d) }),
        parameterNotFoundAction: d.of(['Allow', 'Deny']),
        ...d.opt({ namespace: () => 'default' }),
      }),
      matchResources: () => matchResources(d),
    }),
  },
});
