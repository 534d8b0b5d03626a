import { type DeploymentOptions } from '../workload/create-deployment';

/** What tells one track of a release from the other: its image, and whatever else differs. */
export interface TrackOptions<P extends string> extends Partial<
  Omit<DeploymentOptions<P>, 'image' | 'selector' | 'serviceAccount' | 'ports'>
> {
  /** The image of this track, e.g. `ghcr.io/acme/web:1.4.2`. */
  readonly image: string;
}

/** What both tracks share. */
export type SharedTrackOptions<P extends string> = Omit<DeploymentOptions<P>, 'image' | 'selector'>;

/** The label that tells the tracks apart, as upstream's page on managing workloads does. */
export const TRACK_LABEL = 'track';

const MAPS = ['env', 'mounts', 'podAnnotations', 'podLabels'] as const;

/**
 * The options of one track: its own over the shared ones. Environment, mounts and the labels and annotations of
 * pods are merged; every other property of the track replaces the shared one.
 */
export function trackOptions<P extends string>(
  shared: SharedTrackOptions<P>,
  track: TrackOptions<P>,
): DeploymentOptions<P> {
  const merged = MAPS.filter((map) => shared[map] !== undefined && track[map] !== undefined).map((map) => [
    map,
    { ...shared[map], ...track[map] },
  ]);
  return { ...shared, ...track, ...Object.fromEntries(merged) } as DeploymentOptions<P>;
}
