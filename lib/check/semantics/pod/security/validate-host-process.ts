import { objectField } from '../../../../model/json-object';
import { type ObjectView } from '../../object-view';
import { allContainers, type PodScope } from '../pod-scope';

/** validateWindowsHostProcessPod in pkg/apis/core/validation/validation.go. */
export function validateHostProcess(scope: PodScope): void {
  const spec = scope.spec.in('security-context');
  const ofPod = hostProcess(spec);
  let count = 0;
  const containers = allContainers(scope);
  for (const container of containers) {
    const own = hostProcess(container);
    if (ofPod !== undefined && own !== undefined && ofPod !== own) {
      container
        .in('security-context')
        .invalid(
          ['securityContext', 'windowsOptions', 'hostProcess'],
          `pod hostProcess value must be identical if both are specified, was ${String(ofPod)}`,
        );
    }
    if (own ?? ofPod ?? false) count++;
  }
  if (count === 0) return;
  if (count !== containers.length) {
    spec.invalid(
      [],
      'If pod contains any hostProcess containers then all containers must be HostProcess containers',
      { value: '', help: 'set `hostProcess: true` in the `windowsOptions` of the pod' },
    );
  }
  if (!scope.hostNetwork) {
    spec.invalid('hostNetwork', 'hostNetwork must be true if pod contains any hostProcess containers', {
      value: false,
      help: 'set `hostNetwork: true`',
    });
  }
}

function hostProcess(owner: ObjectView): boolean | undefined {
  const options = objectField(objectField(owner.value, 'securityContext'), 'windowsOptions');
  return typeof options?.hostProcess === 'boolean' ? options.hostProcess : undefined;
}
