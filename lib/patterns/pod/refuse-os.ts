import { type Construct } from 'constructs';
import { PropertyError } from '../property-error';
import { type PodOptions } from './pod-options';

const OF_LINUX = {
  pod: ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'],
  podSecurityContext: [
    'fsGroup',
    'fsGroupChangePolicy',
    'runAsGroup',
    'runAsUser',
    'seLinuxOptions',
    'seccompProfile',
    'supplementalGroups',
    'sysctls',
  ],
  securityContext: [
    'allowPrivilegeEscalation',
    'capabilities',
    'privileged',
    'procMount',
    'readOnlyRootFilesystem',
    'runAsGroup',
    'runAsUser',
    'seLinuxOptions',
    'seccompProfile',
  ],
} as const;

/**
 * Refuses in a pod of one operating system what only the other has.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateWindows and validateLinux
 */
export function refuseForeignOs(construct: Construct, options: PodOptions<string>): void {
  const { os } = options;
  if (os === undefined) return;
  const foreign = (property: string, written: object | undefined, fields: readonly string[]): void => {
    const field = fields.find((name) => written !== undefined && has(written, name));
    if (field === undefined) return;
    const path = property === '' ? field : `${property}.${field}`;
    const other = os === 'windows' ? 'Linux' : 'Windows';
    throw new PropertyError(construct, path, `is of ${other}, but os is '${os}'`, 'leave one of them out');
  };
  const windows = os === 'windows';
  const ofContainer = windows ? OF_LINUX.securityContext : ['windowsOptions'];
  foreign('', options, windows ? OF_LINUX.pod : []);
  foreign(
    'podSecurityContext',
    options.podSecurityContext,
    windows ? OF_LINUX.podSecurityContext : ['windowsOptions'],
  );
  foreign('securityContext', options.securityContext, ofContainer);
  for (const property of ['containers', 'initContainers'] as const) {
    const containers: Readonly<Record<string, Pick<PodOptions<string>, 'securityContext'>>> =
      options[property] ?? {};
    for (const [name, container] of Object.entries(containers)) {
      foreign(`${property}.${name}.securityContext`, container.securityContext, ofContainer);
    }
  }
}

function has(written: object, field: string): boolean {
  return (written as Readonly<Record<string, unknown>>)[field] !== undefined;
}
