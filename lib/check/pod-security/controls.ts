import { type Control } from './control';
import { allowPrivilegeEscalation } from './controls/allow-privilege-escalation';
import { appArmorProfile } from './controls/app-armor-profile';
import { capabilitiesBaseline } from './controls/capabilities-baseline';
import { capabilitiesRestricted } from './controls/capabilities-restricted';
import { hostNamespaces } from './controls/host-namespaces';
import { hostPathVolumes } from './controls/host-path-volumes';
import { hostPorts } from './controls/host-ports';
import { hostProbesAndHostLifecycle } from './controls/host-probes-and-host-lifecycle';
import { privileged } from './controls/privileged';
import { procMount } from './controls/proc-mount';
import { procMountRestricted } from './controls/proc-mount-restricted';
import { restrictedVolumes } from './controls/restricted-volumes';
import { runAsNonRoot } from './controls/run-as-non-root';
import { runAsUser } from './controls/run-as-user';
import { seLinuxOptions } from './controls/se-linux-options';
import { seccompProfileBaseline } from './controls/seccomp-profile-baseline';
import { seccompProfileRestricted } from './controls/seccomp-profile-restricted';
import { sysctls } from './controls/sysctls';
import { windowsHostProcess } from './controls/windows-host-process';

/** Every control, in the order in which the server names what it refuses: by level, then by id. */
export const CONTROLS: readonly Control[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];
