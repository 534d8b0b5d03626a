import { type ObjectView } from '../object-view';

/** What the parts of a pod's spec are held against, read once for all of them. */
export interface PodScope {
  readonly spec: ObjectView;
  /** A Pod's metadata; undefined for a template. */
  readonly pod: ObjectView | undefined;
  readonly containers: readonly ObjectView[];
  readonly initContainers: readonly ObjectView[];
  readonly ephemeralContainers: readonly ObjectView[];
  /** All volumes that the server looks at. */
  readonly allVolumes: readonly ObjectView[];
  /** The names of all that are written, also of those that are refused. */
  readonly volumeNames: ReadonlySet<string>;
  /** The volumes that are valid themselves, by name. What mounts another is told that it is not there. */
  readonly volumes: ReadonlyMap<string, ObjectView>;
  /** The volumes that the server drops, being of a feature that is off, along with what mounts them. */
  readonly droppedVolumes: ReadonlySet<string>;
  /** The names in `spec.resourceClaims`. */
  readonly claims: ReadonlySet<string>;
  readonly gracePeriod: number;
  readonly restartPolicy: string;
  /** `spec.os.name`; undefined without `spec.os`. */
  readonly os: string | undefined;
  readonly hostNetwork: boolean;
  /** False where containers have a user namespace of their own. */
  readonly hostUsers: boolean;
}

/** Every container in the order of VisitContainersWithPath, pkg/apis/core/pods/helpers.go. */
export function allContainers(scope: PodScope): readonly ObjectView[] {
  const { initContainers, containers, ephemeralContainers } = scope;
  if (initContainers.length + ephemeralContainers.length === 0) return containers;
  return [...initContainers, ...containers, ...ephemeralContainers];
}
