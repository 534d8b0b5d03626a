import { objectField } from '../../../model/json-object';
import { type Control, type Violation } from '../control';
import { securityContexts } from '../security-contexts';
import { settersInWords } from '../wording';

/** Upstream: `CheckWindowsHostProcess`, k8s.io/pod-security-admission/policy/check_windowsHostProcess.go. */
export const windowsHostProcess: Control = {
  id: 'windowsHostProcess',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const violations = securityContexts(spec)
          .filter(({ context }) => objectField(context, 'windowsOptions')?.hostProcess === true)
          .map(({ container, pointer }): Violation => {
            const at = `${pointer}/windowsOptions/hostProcess`;
            return container === undefined ? { pointer: at } : { container, pointer: at };
          });
        if (violations.length === 0) return undefined;
        return {
          reason: 'hostProcess',
          detail: `${settersInWords(violations)} must not set securityContext.windowsOptions.hostProcess=true`,
          violations,
        };
      },
    },
  ],
};
