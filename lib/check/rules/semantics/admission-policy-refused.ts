import { semanticsRule } from './pass/semantics-rule';

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

export default semanticsRule('admission-policy', {
  code: 'K271',
  name: 'admission-policy-refused',
  group: 'semantics',
  severity: 'error',
  kinds: [
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  ],
  summary: 'A ValidatingAdmissionPolicy or its binding that the API server refuses',
  explanation: `The server compiles every expression before it stores it: syntax, the variables it knows (\`object\`, \`oldObject\`, \`request\`,
\`namespaceObject\`, \`authorizer\`, \`params\` where the policy has a \`paramKind\`, and \`variables\`), and what it evaluates to. Types
of fields are known only when it runs, so a field alone is no boolean: \`object.spec.paused == true\` is.`,
  bad: [
    {
      title: 'an expression that does not end',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: replicas }
spec:
  matchConstraints:
    resourceRules:
      - { operations: [CREATE, UPDATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments] }
  validations:
    - expression: object.spec.replicas <=
`,
    },
    {
      title: 'a variable that there is not',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: replicas }
spec:
  matchConstraints:
    resourceRules:
      - { operations: [CREATE, UPDATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments] }
  validations:
    - expression: object.spec.replicas <= limits.replicas
`,
    },
    {
      title: 'no yes and no no',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: replicas }
spec:
  matchConstraints:
    resourceRules:
      - { operations: [CREATE, UPDATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments] }
  validations:
    - expression: object.spec.replicas
`,
    },
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
});
