import { objectField, textField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type CheckContext } from '../../rule-context';

/** What a HorizontalPodAutoscaler keeps its target between. */
export interface Autoscaler {
  readonly entry: ObjectEntry;
  readonly min: number;
  readonly max: number;
}

/** The autoscalers by what they scale; see {@link autoscalerOf}. */
export function autoscalers({ set }: CheckContext): ReadonlyMap<string, Autoscaler> {
  const found = new Map<string, Autoscaler>();
  for (const entry of set.ofKind('autoscaling', 'HorizontalPodAutoscaler')) {
    const spec = objectField(entry.object, 'spec');
    const target = objectField(spec, 'scaleTargetRef');
    const max = spec?.maxReplicas;
    if (target === undefined || typeof max !== 'number') continue;
    // Default 1: `SetDefaults_HorizontalPodAutoscaler`, pkg/apis/autoscaling/v1/defaults.go.
    const min = typeof spec?.minReplicas === 'number' ? spec.minReplicas : 1;
    const at = key(entry.namespace, textField(target, 'kind') ?? '', textField(target, 'name') ?? '');
    const known = found.get(at);
    if (known === undefined || known.max < max) found.set(at, { entry, min, max });
  }
  return found;
}

/** The autoscaler of a workload, the one with the higher maximum where there are two. */
export function autoscalerOf(
  { namespace, kind, name }: ObjectEntry,
  context: CheckContext,
): Autoscaler | undefined {
  return context.once(autoscalers).get(key(namespace, kind, name));
}

function key(namespace: string, kind: string, name: string): string {
  return `${namespace}\0${kind}\0${name}`;
}
