import { textField } from '../../../../../model/json-object';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { podTemplate } from '../../../../../model/pod-template';
import { objectAt, objectsIn } from '../object-at';
import { type Provision } from './provision';

/** Past this, nobody names a claim by its ordinal. */
const MOST_REPLICAS = 1000;

/**
 * The claims of a StatefulSet, one a pod and template: `data-web-0`.
 *
 * Upstream: getPersistentVolumeClaimName, pkg/controller/statefulset/stateful_set_utils.go.
 */
export function statefulSet({ object, namespace, name }: ObjectEntry): readonly Provision[] {
  const templates = objectsIn(objectAt(object, 'spec'), 'volumeClaimTemplates');
  if (templates.length === 0) return [];
  const replicas = Math.min(podTemplate(object)?.replicas ?? 1, MOST_REPLICAS);
  const start = objectAt(object, 'spec', 'ordinals')?.start;
  const first = typeof start === 'number' ? start : 0;
  return templates
    .flatMap((template) => textField(objectAt(template, 'metadata'), 'name') ?? [])
    .flatMap((template) =>
      Array.from({ length: replicas }, (_, index) => ({
        kind: 'PersistentVolumeClaim' as const,
        namespace,
        name: `${template}-${name}-${first + index}`,
      })),
    );
}
