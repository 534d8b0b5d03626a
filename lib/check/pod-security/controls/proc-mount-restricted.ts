import { type Control } from '../control';
import { unmaskedProc } from './proc-mount';

/** Upstream: `CheckProcMountRestricted`, k8s.io/pod-security-admission/policy/check_procMount_restricted.go. */
export const procMountRestricted: Control = {
  id: 'procMount_restricted',
  level: 'restricted',
  overrides: 'procMount',
  revisions: [{ since: 35, check: unmaskedProc }],
};
