import { type Control, type ControlCheck } from '../control';
import { isWindowsPod } from '../pod-containers';
import { containerContexts } from '../security-contexts';
import { containerNames, containersInWords } from '../wording';

/** `allowPrivilegeEscalation_1_8` */
const since8: ControlCheck = (_metadata, spec) => {
  const violations = containerContexts(spec)
    .filter(({ context }) => context?.allowPrivilegeEscalation !== false)
    .map(({ container, pointer }) => ({ container, pointer: `${pointer}/allowPrivilegeEscalation` }));
  if (violations.length === 0) return undefined;
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${containersInWords(containerNames(violations))} must set securityContext.allowPrivilegeEscalation=false`,
    violations,
  };
};

/** Upstream: `CheckAllowPrivilegeEscalation`, k8s.io/pod-security-admission/policy/check_allowPrivilegeEscalation.go. */
export const allowPrivilegeEscalation: Control = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  revisions: [
    { since: 8, check: since8 },
    { since: 25, check: (...pod) => (isWindowsPod(pod[1]) ? undefined : since8(...pod)) },
  ],
};
