import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type Control, type ControlCheck } from '../control';

const SINCE_0: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const SINCE_27: readonly string[] = [...SINCE_0, 'net.ipv4.ip_local_reserved_ports'];
const SINCE_29: readonly string[] = [
  ...SINCE_27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const SINCE_32: readonly string[] = [...SINCE_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

const permitting =
  (names: readonly string[]): ControlCheck =>
  (_metadata, spec) => {
    const found = listField(objectField(spec, 'securityContext'), 'sysctls').flatMap((sysctl, index) => {
      const name = isJsonObject(sysctl) ? (textField(sysctl, 'name') ?? '') : '';
      return names.includes(name) ? [] : { name, pointer: `/spec/securityContext/sysctls/${index}/name` };
    });
    if (found.length === 0) return undefined;
    return {
      reason: 'forbidden sysctls',
      detail: found.map(({ name }) => name).join(', '),
      violations: found.map(({ pointer }) => ({ pointer })),
    };
  };

/** Upstream: `CheckSysctls`, k8s.io/pod-security-admission/policy/check_sysctls.go. */
export const sysctls: Control = {
  id: 'sysctls',
  level: 'baseline',
  revisions: [
    { since: 0, check: permitting(SINCE_0) },
    { since: 27, check: permitting(SINCE_27) },
    { since: 29, check: permitting(SINCE_29) },
    { since: 32, check: permitting(SINCE_32) },
  ],
};
