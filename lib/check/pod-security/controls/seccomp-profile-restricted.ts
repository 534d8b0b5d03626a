import { type Control, type ControlCheck } from '../control';
import { isWindowsPod } from '../pod-containers';
import { securityContexts } from '../security-contexts';
import { containerNames, containersInWords } from '../wording';
import { forbiddenSeccomp, isSeccompAllowed } from './seccomp-profile-baseline';

/** `seccompProfileRestricted_1_19`: what is forbidden is told before what is missing. */
const since19: ControlCheck = (...pod) => {
  const forbidden = forbiddenSeccomp(...pod);
  if (forbidden !== undefined) return forbidden;
  const [own, ...ofContainers] = securityContexts(pod[1]);
  if (own !== undefined && isSeccompAllowed(own) === true) return undefined;
  const violations = ofContainers
    .filter((each) => isSeccompAllowed(each) === undefined)
    .map(({ container = '', pointer }) => ({ container, pointer: `${pointer}/seccompProfile/type` }));
  if (violations.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `pod or ${containersInWords(containerNames(violations))} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
    violations,
  };
};

/** Upstream: `CheckSeccompProfileRestricted`, k8s.io/pod-security-admission/policy/check_seccompProfile_restricted.go. */
export const seccompProfileRestricted: Control = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  overrides: 'seccompProfile_baseline',
  revisions: [
    { since: 19, check: since19 },
    { since: 25, check: (...pod) => (isWindowsPod(pod[1]) ? undefined : since19(...pod)) },
  ],
};
