import { allContainers, type PodScope } from '../pod-scope';

/** validateHostUsers in pkg/apis/core/validation/validation.go, which names two fields as Go does. */
export function validateHostUsers(scope: PodScope): void {
  if (scope.hostUsers) return;
  const spec = scope.spec.in('security-context');
  const { validation } = spec;
  const reason = validation.since('1.34')
    ? 'when `hostUsers` is false'
    : 'when `pod.Spec.HostUsers` is false';
  const named = { hostNetwork: 'hostNetwork', hostPID: 'HostPID', hostIPC: 'HostIPC' };
  for (const [field, name] of Object.entries(named)) {
    if (!spec.flag(field)) continue;
    spec.forbidden(name, reason, {
      at: field,
      help: `remove \`hostUsers: false\`, or remove \`${field}: true\``,
    });
  }
  if (!validation.since('1.34')) return;
  for (const container of allContainers(scope)) {
    if (container.list('volumeDevices').length === 0) continue;
    container.in('security-context').forbidden('volumeDevices', reason);
  }
}
