import { type Control, type ControlCheck, type Violation } from '../control';
import { hasUserNamespace } from '../pod-containers';
import { securityContexts } from '../security-contexts';
import { settersInWords } from '../wording';

/** `runAsUser1_23` */
const since23: ControlCheck = (_metadata, spec) => {
  const violations = securityContexts(spec)
    .filter(({ context }) => context?.runAsUser === 0)
    .map(({ container, pointer }): Violation => {
      const at = `${pointer}/runAsUser`;
      return container === undefined ? { pointer: at } : { container, pointer: at };
    });
  if (violations.length === 0) return undefined;
  return {
    reason: 'runAsUser=0',
    detail: `${settersInWords(violations)} must not set runAsUser=0`,
    violations,
  };
};

/** Upstream: `CheckRunAsUser`, k8s.io/pod-security-admission/policy/check_runAsUser.go. */
export const runAsUser: Control = {
  id: 'runAsUser',
  level: 'restricted',
  revisions: [
    { since: 23, check: since23 },
    { since: 35, check: (...pod) => (hasUserNamespace(pod[1]) ? undefined : since23(...pod)) },
  ],
};
