import { type Control } from '../control';
import { containerContexts } from '../security-contexts';
import { containerNames, containersInWords } from '../wording';

/** Upstream: `CheckPrivileged`, k8s.io/pod-security-admission/policy/check_privileged.go. */
export const privileged: Control = {
  id: 'privileged',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const violations = containerContexts(spec)
          .filter(({ context }) => context?.privileged === true)
          .map(({ container, pointer }) => ({ container, pointer: `${pointer}/privileged` }));
        if (violations.length === 0) return undefined;
        return {
          reason: 'privileged',
          detail: `${containersInWords(containerNames(violations))} must not set securityContext.privileged=true`,
          violations,
        };
      },
    },
  ],
};
