import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { ADMISSION, BINDING_KINDS, BOUND_KINDS, policyKindOf } from './admission/bound-policy';
import { policyExample } from './admission/policy-example';
import { reportMissing } from './lookup/missing-reference';

const CODE = 'K372';

export default defineRule({
  code: CODE,
  name: 'admission-policy-missing',
  group: 'references',
  severity: 'error',
  kinds: BINDING_KINDS,
  reads: BOUND_KINDS,
  summary: 'A binding of an admission policy that is not there',
  explanation: `A ValidatingAdmissionPolicyBinding puts the policy of the name \`policyName\` to work. The API server accepts any name; a binding of a policy
that is not there does nothing, and nothing tells: what was to be refused is admitted.`,
  bad: policyExample({ policyName: 'replica' }).replace(
    '---\n',
    `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: other
spec:
  policyName: replicas
  validationActions: [Warn]
---
`,
  ),
  good: policyExample(),
  check(entry, context) {
    const name = textField(objectField(entry.object, 'spec'), 'policyName');
    const kind = policyKindOf(entry.kind);
    if (name === undefined || kind === undefined) return;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/policyName',
        verb: 'binds',
        target: { group: ADMISSION, kind, namespace: '', name },
        // calculatePolicyData, apiserver/pkg/admission/plugin/policy/generic/policy_source.go
        consequences: ['the binding does nothing: what the policy would refuse is admitted'],
      },
      context,
    );
  },
});
