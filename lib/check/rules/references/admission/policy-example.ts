/** A ValidatingAdmissionPolicy `replicas` and its binding, for examples. */
export function policyExample({
  policyName = 'replicas',
  paramKind = false,
  paramRef = false,
  hasBinding = true,
  params = 'limits',
}: {
  readonly policyName?: string;
  readonly paramKind?: boolean;
  readonly paramRef?: boolean;
  readonly hasBinding?: boolean;
  /** The name in the paramRef. */
  readonly params?: string;
} = {}): string {
  const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: replicas
spec:
${paramKind ? '  paramKind: { apiVersion: v1, kind: ConfigMap }\n' : ''}  matchConstraints:
    resourceRules:
      - apiGroups: [apps]
        apiVersions: [v1]
        operations: [CREATE, UPDATE]
        resources: [deployments]
  validations:
    - expression: object.spec.replicas <= ${paramKind ? 'int(params.data.replicas)' : '5'}
`;
  if (!hasBinding) return policy;
  return `${policy}---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: replicas
spec:
  policyName: ${policyName}
  validationActions: [Deny]
${paramRef ? `  paramRef: { name: ${params}, namespace: shop, parameterNotFoundAction: Deny }\n` : ''}`;
}

/** The parameters of the policy, for examples; they begin a document of their own. */
export const LIMITS = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: limits
  namespace: shop
data:
  replicas: "5"
`;
