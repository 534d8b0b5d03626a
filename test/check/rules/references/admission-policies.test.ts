import { LIMITS, policyExample } from '../../../../lib/check/rules/references/admission/policy-example';
import { type CheckOptions } from '../../../../lib/check/check-options';
import { checkManifests } from '../../manifests';

const ADMISSION = 'admissionregistration.k8s.io';
const found = (text: string, options?: CheckOptions) =>
  checkManifests(text, options)
    .filter(({ code }) => /^K37[2349]$/.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);
const mutating = (text: string): string =>
  text
    .replaceAll('ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy')
    .replaceAll(`${ADMISSION}/v1\n`, `${ADMISSION}/v1beta1\n`)
    .replace(/ {2}validations:\n.*\n/, '')
    .replace(/ {2}validationActions: .*\n/, '');

describe('the policy of a binding', () => {
  test('is looked for by name, in its own kind', () => {
    const [finding] = checkManifests(policyExample({ policyName: 'replica' })).filter(
      ({ code }) => code === 'K372',
    );
    expect(finding?.help[0]).toBe('did you mean `replicas`?');
    const policy = policyExample({ hasBinding: false });
    const [, binding = ''] = policyExample().split('---\n');
    expect(found(`${mutating(policy)}---\n${binding}`)).toEqual(['K374 warning', 'K372 error']);
    expect(found(mutating(policyExample()))).toEqual([]);
  });

  test('may be declared', () => {
    const external = { objects: [{ kind: `${ADMISSION}/ValidatingAdmissionPolicy`, name: 'org-*' }] };
    const [, binding = ''] = policyExample({ policyName: 'org-replicas' }).split('---\n');
    expect(found(binding, { external })).toEqual([]);
    expect(found(binding.replace('org-replicas', 'replicas'), { external })).toEqual(['K372 error']);
  });
});

describe('a policy', () => {
  test('is put to work by any binding of its name, also one that is declared', () => {
    const alone = policyExample({ hasBinding: false });
    expect(found(alone)).toEqual(['K374 warning']);
    const external = { objects: [{ kind: `${ADMISSION}/ValidatingAdmissionPolicyBinding` }] };
    expect(found(alone, { external })).toEqual([]);
    expect(found(mutating(alone), { external })).toEqual(['K374 warning']);
  });
});

describe('parameters', () => {
  const both = policyExample({ paramKind: true, paramRef: true });

  test('are taken and given, or neither', () => {
    expect(found(both + LIMITS)).toEqual([]);
    expect(found(policyExample())).toEqual([]);
    expect(found(policyExample({ paramKind: true }))).toEqual(['K373 warning']);
    expect(found(policyExample({ paramRef: true }) + LIMITS)).toEqual(['K373 warning']);
    // Of a policy that is not there nobody knows what it takes.
    const [, binding = ''] = both.split('---\n');
    expect(found(binding)).toEqual(['K372 error']);
  });

  test('are there, where everything is refused without them', () => {
    expect(found(both)).toEqual(['K379 error']);
    expect(found(both + LIMITS.replace('namespace: shop', 'namespace: team'))).toEqual(['K379 error']);
    expect(found(both.replace('NotFoundAction: Deny', 'NotFoundAction: Allow'))).toEqual(['K379 warning']);
    expect(found(both.replace('spec:\n', 'spec:\n  failurePolicy: Ignore\n'))).toEqual(['K379 warning']);
  });

  test('are not looked for where nothing says where they are', () => {
    // Those of the namespace that a request is about.
    expect(found(both.replace(' namespace: shop,', ''))).toEqual([]);
    expect(found(both.replace('name: limits', 'selector: { matchLabels: { a: b } }'))).toEqual([]);
  });

  test('of a custom kind are looked for where its definition tells where they live', () => {
    const custom = both.replace(
      'paramKind: { apiVersion: v1, kind: ConfigMap }',
      'paramKind: { apiVersion: example.com/v1, kind: Limit }',
    );
    const crd = (scope: string): string => `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: limits.example.com }
spec:
  group: example.com
  scope: ${scope}
  names: { kind: Limit, plural: limits }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;
    const limit =
      '---\napiVersion: example.com/v1\nkind: Limit\nmetadata: { name: limits, namespace: shop }\n';
    expect(found(custom)).toEqual([]);
    expect(found(custom + crd('Namespaced'))).toEqual(['K379 error']);
    expect(found(custom + crd('Namespaced') + limit)).toEqual([]);
    // A namespace for what lives in none.
    expect(found(custom + crd('Cluster'))).toEqual([]);
    expect(found(custom.replace(' namespace: shop,', '') + crd('Cluster'))).toEqual(['K379 error']);
  });
});
