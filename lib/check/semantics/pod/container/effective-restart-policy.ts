import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';

/**
 * The `restartPolicy` of a container that is left when the server has dropped what its features do not cover
 * (dropDisabledFields and dropContainerRestartRules in pkg/api/pod/util.go).
 */
export function effectiveRestartPolicy(
  container: ObjectView,
  kind: 'container' | 'init' | 'ephemeral',
): string | undefined {
  const { validation } = container;
  const policy = container.optionalText('restartPolicy');
  if (kind === 'init' && !hasPodFeature(validation, 'SidecarContainers')) return undefined;
  // 1.34 knows of the rules, which are off, and drops policies along with them.
  if (!validation.since('1.34') || hasPodFeature(validation, 'ContainerRestartRules')) return policy;
  return kind === 'init' && policy === 'Always' ? policy : undefined;
}
