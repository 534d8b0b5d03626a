import { groupBy } from '../../model/group-by';
import { type ObjectEntry } from '../../model/object-entry';
import { type PodTemplate } from '../../model/pod-template';
import { type CheckContext } from '../rule-context';
import { type Binding, type Bindings, bindings } from './bindings';
import { mountedClaims } from './mounted-claims';
import { type StorageVolume } from './storage-volume';

/** A volume that a claim of a pod is sure to have. */
export interface CertainVolume {
  readonly volume: StorageVolume;
  readonly binding: Binding;
  /** JSON pointer of what makes the pod mount it. */
  readonly path: string;
}

/**
 * The volumes that each pod of a workload is sure to mount, where it mounts any: one list for all pods or, of a StatefulSet with
 * claim templates, one for each. Sure is what the claim or the volume names, or that is the only one that will do where nothing makes
 * another.
 */
export function certainVolumes(
  entry: ObjectEntry,
  template: PodTemplate,
  context: CheckContext,
): readonly (readonly CertainVolume[])[] {
  const mounted = mountedClaims(template);
  const hasTemplates = entry.kind === 'StatefulSet';
  if (mounted.length === 0 && !hasTemplates) return [];
  const all = context.once(bindings);
  const shared = mounted.flatMap(({ name, path }) => certain(all.of(entry.namespace, name), path, all));
  const own = hasTemplates ? all.ofEntry(entry) : [];
  if (own.length === 0) return shared.length === 0 ? [] : [shared];
  const byPod = groupBy(own, ({ claim }) => claim.name.slice(claim.template?.length ?? 0));
  return [...byPod.values()].map((some) => [
    ...shared,
    ...some.flatMap((binding) => certain(binding, binding.claim.pointer, all)),
  ]);
}

function certain(binding: Binding | undefined, path: string, all: Bindings): readonly CertainVolume[] {
  const volume = binding && certainVolume(binding, all);
  return binding === undefined || volume === undefined ? [] : [{ volume, binding, path }];
}

/** The volume that a claim is sure to have; undefined where it may get another, or none. */
export function certainVolume(binding: Binding, { index }: Bindings): StorageVolume | undefined {
  const { claim, class: of, className, fate } = binding;
  if (fate.is !== 'bound') return undefined;
  if (isNamed(binding)) return fate.volume;
  const isMade = of.is === 'dynamic' ? of.waits : of.is !== 'static' && of.is !== 'none';
  if (isMade || className === undefined) return undefined;
  return index.countFor(claim, className) === 1 ? fate.volume : undefined;
}

/** Whether the scheduler binds the claim once it has a Node for a pod; else that is done before. */
export function isBoundByScheduler(binding: Binding): boolean {
  const { class: of } = binding;
  return !isNamed(binding) && (of.is === 'static' || of.is === 'dynamic') && of.waits;
}

function isNamed({ claim, fate }: Binding): boolean {
  return claim.volumeName !== undefined || (fate.is === 'bound' && fate.volume.claim !== undefined);
}
