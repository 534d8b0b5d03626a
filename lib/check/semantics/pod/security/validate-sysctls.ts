import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';

const LONGEST = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SHOWN = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const PATTERN = /^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;

/** Of the IPC namespace; others are by prefix (k8s.io/component-helpers/node/util/sysctl/namespace.go). */
const IPC: ReadonlySet<string> = new Set([
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
]);

/** validateSysctls in pkg/apis/core/validation/validation.go. */
export function validateSysctls(context: ObjectView, scope: PodScope): void {
  const names = new Set<string>();
  for (const sysctl of context.objects('sysctls')) {
    const name = sysctl.text('name');
    if (name === '') sysctl.required('name');
    else if (byteLength(name) > LONGEST || !PATTERN.test(name)) {
      sysctl.invalid('name', `must have at most ${String(LONGEST)} characters and match regex ${SHOWN}`);
    } else if (names.has(name)) sysctl.duplicate('name');
    if (sysctl.validation.since('1.29')) refuseHostNamespace(sysctl, name, scope);
    names.add(name);
  }
}

/** ValidateHostSysctl. */
function refuseHostNamespace(sysctl: ObjectView, name: string, { spec, hostNetwork }: PodScope): void {
  const [known = ''] = normalized(name).split('*');
  const isIpc = IPC.has(known) || known.startsWith('fs.mqueue.');
  if (hostNetwork && known.startsWith('net.')) {
    sysctl.invalid('name', "may not be specified when 'hostNetwork' is true", { value: name });
  } else if (isIpc && spec.flag('hostIPC')) {
    sysctl.invalid('name', "may not be specified when 'hostIPC' is true", { value: name });
  }
}

/** NormalizeName: of a name with slashes as separators, dots and slashes change places. */
function normalized(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  if (first !== '/') return name;
  return name.replace(/[./]/g, (separator) => (separator === '.' ? '/' : '.'));
}
