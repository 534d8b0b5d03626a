import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate, type PodTemplate } from '../../model/pod-template';
import { type PodNumbers } from '../capacity/demand/demand';
import { podNumbers } from '../capacity/demand/pod-numbers';
import { type CheckContext } from '../rule-context';
import { type Binding, bindings } from './bindings';
import { type MountedClaim, mountedClaims } from './mounted-claims';

/** A claim of the set that a workload mounts, and how many pods of it there are. */
export interface Mount {
  readonly template: PodTemplate;
  readonly mounted: MountedClaim;
  readonly binding: Binding;
  readonly numbers: PodNumbers;
}

/** The claims of the set that the pods of a workload mount. */
export function mountsOf(entry: ObjectEntry, context: CheckContext): readonly Mount[] {
  const template = podTemplate(entry.object);
  const claims = template === undefined ? NONE : mountedClaims(template);
  return template === undefined || claims.length === 0
    ? NONE
    : mountsOfClaims(claims, entry, template, context);
}

const NONE: readonly never[] = [];

function mountsOfClaims(
  claims: readonly MountedClaim[],
  entry: ObjectEntry,
  template: PodTemplate,
  context: CheckContext,
): readonly Mount[] {
  const all = context.once(bindings);
  let numbers: PodNumbers | undefined;
  return claims.flatMap((mounted) => {
    const binding = all.of(entry.namespace, mounted.name);
    if (binding === undefined) return [];
    numbers ??= podNumbers(entry, template, context);
    return { template, mounted, binding, numbers };
  });
}

/** How many pods there may be at a time while nothing rolls out; Infinity where it is one for each of unknown nodes. */
export function mostPods({ isPerNode, kind, peak, autoscaled }: PodNumbers): number {
  if (isPerNode === true) return Infinity;
  return kind === 'run' ? peak : autoscaled;
}
