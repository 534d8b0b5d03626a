import { defineRule } from '../../define-rule';
import { reportFieldErrors } from './pass/report-field-errors';

const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: replicas }
spec:
  matchConstraints:
    resourceRules:
      - { operations: [CREATE, UPDATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments] }
  validations:
    - expression: object.spec.replicas <= 5
`;

export default defineRule({
  code: 'K271',
  name: 'admission-policy-refused',
  group: 'semantics',
  severity: 'error',
  kinds: [
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  ],
  summary: 'A ValidatingAdmissionPolicy or its binding that the API server refuses',
  explanation: `A policy says what it is about (at least one resource rule) and what has to hold (a validation or an audit annotation). A binding denies, or
warns, or records: not denies and warns.`,
  bad: [
    {
      title: 'denied and warned of',
      manifests: `${POLICY}---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: replicas }
spec:
  policyName: replicas
  validationActions: [Deny, Warn]
`,
    },
  ],
  good: `${POLICY}---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: replicas }
spec:
  policyName: replicas
  validationActions: [Deny]
`,
  check: (entry, context) => reportFieldErrors(entry, context, 'admission-policy'),
});
