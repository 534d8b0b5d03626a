import { type Control } from '../control';

/** Upstream: `CheckHostNamespaces`, k8s.io/pod-security-admission/policy/check_hostNamespaces.go. */
export const hostNamespaces: Control = {
  id: 'hostNamespaces',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field] === true);
        if (shared.length === 0) return undefined;
        return {
          reason: 'host namespaces',
          detail: shared.map((field) => `${field}=true`).join(', '),
          violations: shared.map((field) => ({ pointer: `/spec/${field}` })),
        };
      },
    },
  ],
};
