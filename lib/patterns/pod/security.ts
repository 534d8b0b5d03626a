import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';

/**
 * Which defaults a pattern adds to what was written.
 *
 * - `secure`: those of the table in docs/patterns/defaults.md; the pods satisfy Pod Security `restricted`.
 * - `none`: nothing.
 */
export type Defaults = 'secure' | 'none';

/** The operating system of a pod. Windows has no seccomp, no capabilities and no privilege escalation. */
export type PodOs = 'linux' | 'windows';

/**
 * The `securityContext` of a pod: what was written, over the defaults.
 * @see k8s.io/pod-security-admission/policy, check_runAsNonRoot.go and check_seccompProfile_restricted.go
 */
export function podSecurity(
  written: Wire<k8s.PodSecurityContext> | undefined,
  defaults: Defaults,
  os: PodOs,
): Wire<k8s.PodSecurityContext> | undefined {
  if (defaults === 'none') return written;
  return {
    runAsNonRoot: true,
    seccompProfile: os === 'windows' ? undefined : { type: 'RuntimeDefault' },
    ...written,
  };
}

/**
 * The `securityContext` of a container: what was written, over the defaults. Capabilities that are added
 * leave the default `drop: ['ALL']` in place.
 * @see k8s.io/pod-security-admission/policy, check_allowPrivilegeEscalation.go and
 * check_capabilities_restricted.go
 */
export function containerSecurity(
  written: Wire<k8s.SecurityContext> | undefined,
  defaults: Defaults,
  os: PodOs,
): Wire<k8s.SecurityContext> | undefined {
  if (defaults === 'none' || os === 'windows') return written;
  const privileged = written?.privileged === true;
  // Both escalate by what they are, and the API server refuses the contradiction (ValidateSecurityContext).
  const escalates = privileged || written?.capabilities?.add?.includes('CAP_SYS_ADMIN') === true;
  return {
    allowPrivilegeEscalation: escalates ? undefined : false,
    ...written,
    capabilities: privileged ? written.capabilities : { drop: ['ALL'], ...written?.capabilities },
  };
}
