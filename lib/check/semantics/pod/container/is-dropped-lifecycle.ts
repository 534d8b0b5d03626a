import { type ObjectView } from '../../object-view';

/**
 * Whether nothing is left of a container's `lifecycle` when the server has dropped `stopSignal`, whose feature
 * ContainerStopSignals is off (dropContainerStopSignals in pkg/api/pod/util.go).
 */
export function isDroppedLifecycle(container: ObjectView): boolean {
  const lifecycle = container.object('lifecycle');
  return (
    lifecycle !== undefined &&
    lifecycle.has('stopSignal') &&
    !lifecycle.has('postStart') &&
    !lifecycle.has('preStop')
  );
}
