import { type Refusal } from './control';

/**
 * What the server says of refusals: `host namespaces (hostNetwork=true), hostPort (...)`. Upstream: `ForbiddenDetail`,
 * k8s.io/pod-security-admission/policy/checks.go.
 */
export function refusalsInWords(refusals: readonly Refusal[]): string {
  return refusals.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`)).join(', ');
}
