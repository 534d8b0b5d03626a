import { goTrimSpace } from '../../../../model/go/strings';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { effectiveRestartPolicy } from './effective-restart-policy';
import { isDroppedLifecycle } from './is-dropped-lifecycle';
import { validateContainer } from './validate-container';

const FORBIDDEN = [
  'ports',
  'resources',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
];
const REASON = 'cannot be set for an Ephemeral Container';

/**
 * validateEphemeralContainers in pkg/apis/core/validation/validation.go. Nothing may have such containers when it is
 * created, which the server says beside this.
 */
export function validateEphemeralContainers(scope: PodScope): void {
  if (scope.ephemeralContainers.length === 0) return;
  const others = new Set(
    [...scope.containers, ...scope.initContainers].map((container) => container.text('name')),
  );
  const names = new Set(others);
  for (const container of scope.ephemeralContainers) {
    validateContainer(container, scope, true);
    if (scope.pod === undefined) refusePadding(container);
    const name = container.text('name');
    if (names.has(name)) container.duplicate('name', { value: name });
    names.add(name);
    const target = container.text('targetContainerName');
    if (target !== '' && !others.has(target)) container.notFound('targetContainerName');
    for (const field of FORBIDDEN) {
      if (isSet(container, field)) container.forbidden(field, REASON);
    }
    container.objects('volumeMounts').forEach((mount) => {
      for (const field of ['subPath', 'subPathExpr']) {
        if (mount.text(field) !== '') mount.forbidden(field, REASON);
      }
    });
  }
}

/** The server looks at the images of ephemeral containers in templates too. */
function refusePadding(container: ObjectView): void {
  const image = container.text('image');
  if (image !== goTrimSpace(image)) {
    container.invalid('image', 'must not have leading or trailing whitespace');
  }
}

/** Whether it is more than Go's zero value, when the server has dropped what is of features that are off. */
function isSet(container: ObjectView, field: string): boolean {
  const { validation } = container;
  switch (field) {
    case 'lifecycle':
      return container.has(field) && !isDroppedLifecycle(container);
    case 'resources':
      return ['limits', 'requests', 'claims'].some((each) => container.struct(field).has(each));
    case 'resizePolicy':
      return container.has(field) && hasPodFeature(validation, 'InPlacePodVerticalScaling');
    case 'restartPolicy':
      return effectiveRestartPolicy(container, 'ephemeral') !== undefined;
    case 'restartPolicyRules':
      return container.has(field) && hasPodFeature(validation, 'ContainerRestartRules');
    default:
      return container.has(field);
  }
}
