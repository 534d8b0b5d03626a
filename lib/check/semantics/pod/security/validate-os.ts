import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { allContainers, type PodScope } from '../pod-scope';

const SYSTEMS = ['linux', 'windows'];
const NOT_FOR_WINDOWS = 'cannot be set for a windows pod';

/** What is of Linux in the pod's security context; sysctls are one at least, others only have to be there. */
const POD_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
];

/** The same of a container's. */
const CONTAINER_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/** validateOS, validateLinux and validateWindows in pkg/apis/core/validation/validation.go. */
export function validateOs(scope: PodScope): void {
  const spec = scope.spec.in('security-context');
  const { os } = scope;
  if (os === undefined) return;
  if (os === '') spec.required(['os', 'name'], spec.validation.since('1.34') ? '' : 'cannot be empty');
  else if (os === 'linux') validateLinux(spec, scope);
  else if (os === 'windows') validateWindows(spec, scope);
  else spec.notSupported('os', SYSTEMS, { value: os, at: ['os', 'name'] });
}

function validateLinux(spec: ObjectView, scope: PodScope): void {
  for (const owner of [spec, ...allContainers(scope)]) {
    const context = owner.in('security-context').object('securityContext');
    if (context?.has('windowsOptions') === true) {
      context.forbidden('windowsOptions', 'windows options cannot be set for a linux pod');
    }
  }
}

function validateWindows(spec: ObjectView, scope: PodScope): void {
  const { validation } = spec;
  const context = spec.object('securityContext');
  if (context !== undefined) {
    const fields = [
      ...POD_FIELDS,
      ...(hasPodFeature(validation, 'SupplementalGroupsPolicy') ? ['supplementalGroupsPolicy'] : []),
      ...(hasPodFeature(validation, 'SELinuxChangePolicy') ? ['seLinuxChangePolicy'] : []),
    ];
    refuseAll(context, fields);
    if (context.list('sysctls').length > 0) context.forbidden('sysctls', NOT_FOR_WINDOWS);
  }
  if (hasPodFeature(validation, 'UserNamespacesSupport')) refuseAll(spec, ['hostUsers']);
  refuseAll(spec, ['shareProcessNamespace']);
  for (const field of ['hostPID', 'hostIPC']) {
    if (spec.flag(field)) spec.forbidden(field, NOT_FOR_WINDOWS);
  }
  for (const container of allContainers(scope)) {
    const own = container.in('security-context').object('securityContext');
    if (own !== undefined) refuseAll(own, CONTAINER_FIELDS);
  }
}

function refuseAll(owner: ObjectView, fields: readonly string[]): void {
  for (const field of fields) if (owner.has(field)) owner.forbidden(field, NOT_FOR_WINDOWS);
}
