import { type JsonObject } from '../../../../model/json-value';
import { ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodOptions } from '../pod-options';

/** The volumes of a pod as the server validates them. */
export interface PodVolumes {
  readonly volumes: readonly ObjectView[];
  /** The names of those that the server drops, along with their mounts: image volumes while the feature is off. */
  readonly dropped: ReadonlySet<string>;
}

const NO_VOLUMES: PodVolumes = { volumes: [], dropped: new Set() };

/**
 * The volumes that are left for validation: without image volumes where their feature is off (dropImageVolumes in
 * pkg/api/pod/util.go), and with those that the claim templates of a StatefulSet stand for before all others. Each is
 * named by the index that it has among them.
 */
export function podVolumes(spec: ObjectView, { statefulSet }: PodOptions): PodVolumes {
  const written = spec.objects('volumes');
  if (written.length === 0 && statefulSet === undefined) return NO_VOLUMES;
  const images = hasPodFeature(spec.validation, 'ImageVolume');
  const dropped = new Set<string>();
  const claims = claimVolumes(spec, statefulSet);
  const claimed = new Set(claims.map((claim) => claim.text('name')));
  const kept = written.filter((volume) => {
    if (!images && volume.has('image')) {
      dropped.add(volume.text('name'));
      return false;
    }
    return !claimed.has(volume.text('name'));
  });
  if (claims.length === 0 && kept.length === written.length) return { volumes: written, dropped };
  const volumes = [...claims, ...kept].map((volume, index) =>
    volume.namedAs([...spec.named, 'volumes', index]),
  );
  return { volumes, dropped };
}

/** volumesToAddForTemplates in pkg/apis/apps/validation/validation.go; the last template of a name counts. */
function claimVolumes(spec: ObjectView, statefulSet: ObjectView | undefined): readonly ObjectView[] {
  if (statefulSet === undefined) return [];
  const byName = new Map<string, ObjectView>();
  for (const template of statefulSet.objects('volumeClaimTemplates')) {
    const metadata = template.struct('metadata');
    const name = metadata.text('name');
    const volume: JsonObject = { name, persistentVolumeClaim: { claimName: name } };
    byName.set(name, new ObjectView(spec.validation, volume, metadata.path, spec.area));
  }
  return [...byName.values()];
}
