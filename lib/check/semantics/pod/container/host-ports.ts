import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';

/**
 * The host ports that containers take, each once: AccumulateUniqueHostPorts in pkg/apis/core/validation/validation.go. In a
 * Pod on the host's network each container port is a host port (SetDefaults_Pod in pkg/apis/core/v1/defaults.go).
 */
export class HostPorts {
  private readonly taken = new Set<string>();
  private readonly sameAsContainer: boolean;

  constructor({ pod, hostNetwork }: PodScope) {
    this.sameAsContainer = pod !== undefined && hostNetwork;
  }

  /** Takes the ports of a container. */
  add(container: ObjectView): void {
    if (!container.has('ports')) return;
    for (const port of container.objects('ports')) {
      const written = port.number('hostPort');
      const number = written === 0 && this.sameAsContainer ? port.number('containerPort') : written;
      if (number === 0) continue;
      const key = `${port.text('protocol') || 'TCP'}/${port.text('hostIP')}/${String(number)}`;
      if (this.taken.has(key)) {
        port.duplicate('hostPort', {
          value: key,
          help: this.sameAsContainer
            ? 'containers of a pod on the host network share its ports: give each another one'
            : 'give each port another `hostPort`, or leave it out and use a Service',
          ...(written === 0 && { at: 'containerPort' }),
        });
      }
      this.taken.add(key);
    }
  }
}
