import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { idErrors } from './id-errors';
import { validateAppArmorProfile } from './validate-app-armor-profile';
import { validateSeccompProfile } from './validate-seccomp-profile';
import { validateSysctls } from './validate-sysctls';
import { validateWindowsOptions } from './validate-windows-options';

const FS_GROUP_POLICIES = ['Always', 'OnRootMismatch'];
const SUPPLEMENTAL_POLICIES = ['Merge', 'Strict'];
/** SELinuxMount is off, with which `MountOption` would be one. */
const SE_LINUX_POLICIES = ['Recursive'];

/** validatePodSpecSecurityContext in pkg/apis/core/validation/validation.go. */
export function validatePodSecurityContext(scope: PodScope): void {
  const spec = scope.spec.in('security-context');
  if (spec.flag('shareProcessNamespace') && spec.flag('hostPID')) {
    spec.invalid(
      ['securityContext', 'shareProcessNamespace'],
      'ShareProcessNamespace and HostPID cannot both be enabled',
      {
        value: true,
        at: 'shareProcessNamespace',
        help: 'remove one of `shareProcessNamespace` and `hostPID`',
      },
    );
  }
  const context = spec.object('securityContext');
  if (context === undefined) return;
  for (const field of ['fsGroup', 'runAsUser', 'runAsGroup']) {
    const id = context.optionalNumber(field);
    if (id !== undefined) context.allInvalid(field, idErrors(id));
  }
  context.list('supplementalGroups').forEach((id, index) => {
    if (typeof id === 'number') context.allInvalid(['supplementalGroups', index], idErrors(id));
  });
  validateSysctls(context, scope);
  const oneOf = (field: string, supported: readonly string[]): void => {
    const value = context.optionalText(field);
    if (value !== undefined && !supported.includes(value)) context.notSupported(field, supported);
  };
  oneOf('fsGroupChangePolicy', FS_GROUP_POLICIES);
  validateSeccompProfile(context);
  validateWindowsOptions(context);
  validateAppArmorProfile(context);
  const { validation } = context;
  if (hasPodFeature(validation, 'SupplementalGroupsPolicy')) {
    oneOf('supplementalGroupsPolicy', SUPPLEMENTAL_POLICIES);
  }
  if (hasPodFeature(validation, 'SELinuxChangePolicy')) oneOf('seLinuxChangePolicy', SE_LINUX_POLICIES);
}
