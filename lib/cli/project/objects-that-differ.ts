import { type Manifest } from '../../model/manifest';
import { type PlanFile } from '../../render/plan-file';
import { type PlannedJob } from './planned-job';

/**
 * The objects of two runs without those that are surely the same: all that lie in files whose bytes did not change.
 */
export function objectsThatDiffer(
  before: readonly PlannedJob[],
  after: readonly PlannedJob[],
): { readonly before: readonly Manifest[]; readonly after: readonly Manifest[] } {
  const [old, next] = [filesOf(before), filesOf(after)];
  const paths = new Set<string>();
  for (const name of new Set([...old.keys(), ...next.keys()])) {
    const [was, is] = [old.get(name), next.get(name)];
    if (was !== undefined && is !== undefined && sameBytes(was.bytes, is.bytes)) continue;
    for (const { path } of [...(was?.objects ?? []), ...(is?.objects ?? [])]) paths.add(path);
  }
  // By one set for both sides: two apps may have constructs of one path, and an object that is left out of one
  // side alone would count as added or removed.
  return { before: objectsAt(paths, before), after: objectsAt(paths, after) };
}

function filesOf(jobs: readonly PlannedJob[]): ReadonlyMap<string, PlanFile> {
  return new Map(
    jobs.flatMap(({ job, plan }) => plan.files.map((file) => [`${job.dir}/${file.path}`, file] as const)),
  );
}

function objectsAt(paths: ReadonlySet<string>, jobs: readonly PlannedJob[]): Manifest[] {
  return jobs
    .flatMap(({ job }) => job.input.charts)
    .flatMap(({ objects }) => objects.filter(({ path }) => paths.has(path)).map(({ object }) => object));
}

/** Files that were taken from the last run have its very bytes. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || Buffer.compare(a, b) === 0;
}
