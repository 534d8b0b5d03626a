/** The kinds of policies and of what binds them. */
export const POLICY_KINDS: readonly { readonly policy: string; readonly binding: string }[] = [
  { policy: 'ValidatingAdmissionPolicy', binding: 'ValidatingAdmissionPolicyBinding' },
  { policy: 'MutatingAdmissionPolicy', binding: 'MutatingAdmissionPolicyBinding' },
];

/** Their API group. */
export const ADMISSION = 'admissionregistration.k8s.io';

/** The kinds of bindings, as rules name kinds. */
export const BINDING_KINDS: readonly string[] = POLICY_KINDS.map(({ binding }) => `${ADMISSION}/${binding}`);

/** The kinds of policies, as rules name kinds. */
export const BOUND_KINDS: readonly string[] = POLICY_KINDS.map(({ policy }) => `${ADMISSION}/${policy}`);

/** The kind of policy that a kind of binding binds. */
export function policyKindOf(binding: string): string | undefined {
  return POLICY_KINDS.find((each) => each.binding === binding)?.policy;
}
