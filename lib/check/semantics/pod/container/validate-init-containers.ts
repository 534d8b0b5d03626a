import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { validateContainerProbes } from '../probe/validate-container-probes';
import { effectiveRestartPolicy } from './effective-restart-policy';
import { isDroppedLifecycle } from './is-dropped-lifecycle';
import { HostPorts } from './host-ports';
import { validateContainer } from './validate-container';
import { validateRestartRules } from './validate-restart-rules';

const SIDECARS_ONLY = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

/** validateInitContainers in pkg/apis/core/validation/validation.go: `spec.initContainers`, sidecars among them. */
export function validateInitContainers(scope: PodScope): void {
  if (scope.initContainers.length === 0) return;
  const names = new Set(scope.containers.map((container) => container.text('name')));
  for (const container of scope.initContainers) {
    validateContainer(container, scope);
    validateRestart(container);
    const name = container.text('name');
    if (names.has(name)) container.duplicate('name', { value: name });
    else if (name !== '') names.add(name);
    // They run one after the other, so each is looked at alone, and named as if it were the first.
    new HostPorts(scope).add(container.namedAs([...scope.spec.named, 'initContainers', 0]));
    const isSidecar = effectiveRestartPolicy(container, 'init') === 'Always';
    if (isSidecar) validateContainerProbes(container, scope);
    else refuseProbes(container);
    if (!isSidecar && container.validation.since('1.36')) validateResizeRestarts(container);
  }
}

function refuseProbes(container: ObjectView): void {
  for (const field of SIDECARS_ONLY) {
    if (!container.has(field) || (field === 'lifecycle' && isDroppedLifecycle(container))) continue;
    container
      .in('probe')
      .forbidden(field, 'may not be set for init containers without restartPolicy=Always', {
        help: `remove \`${field}\`; or set \`restartPolicy: Always\` on the container if it is a sidecar that keeps running`,
      });
  }
}

function validateResizeRestarts(container: ObjectView): void {
  for (const item of container.objects('resizePolicy')) {
    if (item.text('restartPolicy') !== 'RestartContainer') continue;
    item.invalid('restartPolicy', "must not be set to 'RestartContainer' for non-sidecar initContainers", {
      help: 'write `restartPolicy: NotRequired`',
    });
  }
}

/** validateInitContainerRestartPolicy. */
function validateRestart(container: ObjectView): void {
  const { validation } = container;
  const policy = effectiveRestartPolicy(container, 'init');
  if (!hasPodFeature(validation, 'ContainerRestartRules')) {
    if (policy !== undefined && policy !== 'Always') container.notSupported('restartPolicy', ['Always']);
    return;
  }
  const sidecarRules = hasPodFeature(validation, 'RestartAllContainersOnContainerExits');
  if (policy !== 'Always' || sidecarRules) {
    validateRestartRules(container);
  } else if (container.list('restartPolicyRules').length > 0) {
    container.forbidden(
      'restartPolicyRules',
      'restartPolicyRules are not allowed for init containers with restart policy Always',
    );
  }
}
