import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { idErrors } from './id-errors';
import { validateAppArmorProfile } from './validate-app-armor-profile';
import { validateSeccompProfile } from './validate-seccomp-profile';
import { validateWindowsOptions } from './validate-windows-options';

const PROC_MOUNTS = ['Default', 'Unmasked'];

/**
 * ValidateSecurityContext in pkg/apis/core/validation/validation.go. That privileged containers are allowed at all is a flag of the
 * API server, which clusters set (`--allow-privileged`).
 */
export function validateSecurityContext(container: ObjectView, scope: PodScope): void {
  const context = container.object('securityContext');
  if (context === undefined) return;
  for (const field of ['runAsUser', 'runAsGroup']) {
    const id = context.optionalNumber(field);
    if (id !== undefined) context.allInvalid(field, idErrors(id));
  }
  validateProcMount(context, scope);
  validateSeccompProfile(context);
  validateEscalation(context, container);
  validateWindowsOptions(context);
  validateAppArmorProfile(context);
}

/** Before 1.33 the server writes `Default` over what is there. */
function validateProcMount(context: ObjectView, { hostUsers }: PodScope): void {
  const mount = context.optionalText('procMount');
  if (mount === undefined || !hasPodFeature(context.validation, 'ProcMountType')) return;
  if (!PROC_MOUNTS.includes(mount)) context.notSupported('procMount', PROC_MOUNTS);
  if (hostUsers && mount === 'Unmasked') {
    context.invalid('procMount', '`hostUsers` must be false to use `Unmasked`', {
      help: 'set `hostUsers: false` in the pod, or remove `procMount`',
    });
  }
}

function validateEscalation(context: ObjectView, container: ObjectView): void {
  if (context.optionalFlag('allowPrivilegeEscalation') !== false) return;
  const refuse = (what: string, remove: string): void =>
    container.invalid('securityContext', `cannot set \`allowPrivilegeEscalation\` to false and ${what}`, {
      help: `remove \`${remove}\`, or remove \`allowPrivilegeEscalation: false\``,
    });
  if (context.flag('privileged')) refuse('`privileged` to true', 'privileged: true');
  for (const capability of context.struct('capabilities').texts('add')) {
    if (capability === 'CAP_SYS_ADMIN') refuse('`capabilities.Add` CAP_SYS_ADMIN', 'CAP_SYS_ADMIN');
  }
}
