import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { validateContainerProbes } from '../probe/validate-container-probes';
import { HostPorts } from './host-ports';
import { effectiveRestartPolicy } from './effective-restart-policy';
import { validateContainer } from './validate-container';
import { validateRestartRules } from './validate-restart-rules';

/** validateContainers in pkg/apis/core/validation/validation.go: `spec.containers`. */
export function validateContainers(scope: PodScope): void {
  const { spec, containers } = scope;
  if (containers.length === 0) {
    spec.required('containers', '', { help: 'a pod has one container at least' });
    return;
  }
  const names = new Set<string>();
  for (const container of containers) {
    validateContainer(container, scope);
    const name = container.text('name');
    if (names.has(name)) container.duplicate('name', { value: name });
    names.add(name);
    validateContainerProbes(container, scope);
    validateRestart(container);
  }
  const ports = new HostPorts(scope);
  for (const container of containers) ports.add(container);
}

function validateRestart(container: ObjectView): void {
  const { validation } = container;
  if (hasPodFeature(validation, 'ContainerRestartRules')) {
    validateRestartRules(container);
  } else if (effectiveRestartPolicy(container, 'container') !== undefined) {
    container.forbidden('restartPolicy', 'may not be set for non-init containers', {
      help: '`restartPolicy` of a container is for sidecars in `initContainers`; the pod has one of its own',
    });
  }
}
