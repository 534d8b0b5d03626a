import { type PodScope } from '../pod-scope';

/**
 * validatePodHostNetworkDeps in pkg/apis/core/validation/validation.go: on the host's network a container's port is the host's. A host port
 * that is left out is the same in a Pod (SetDefaults_Pod), and is taken in a template.
 */
export function validateHostNetwork({ containers, hostNetwork }: PodScope): void {
  if (!hostNetwork) return;
  for (const container of containers) {
    if (!container.has('ports')) continue;
    for (const port of container.objects('ports')) {
      const own = port.number('containerPort');
      const host = port.number('hostPort');
      if (host === 0 || host === own) continue;
      port.invalid('hostPort', 'must match `containerPort` when `hostNetwork` is true', {
        help: `remove \`hostPort\`, or write \`hostPort: ${String(own)}\``,
      });
    }
  }
}
