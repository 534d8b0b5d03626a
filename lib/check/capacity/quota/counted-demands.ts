import { groupBy } from '../../../model/group-by';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { oncePer } from '../../../model/once-per';
import { type Demand } from '../demand/demand';
import { isInScopes, type ScopeRequirement } from './scopes';

/** Those of the demands that a quota of such scopes counts, in their order; the same list for the same scopes. */
export function countedDemands(
  demands: readonly Demand[],
  scopes: readonly ScopeRequirement[],
  target: KubernetesVersion,
): readonly Demand[] {
  if (scopes.length === 0) return demands;
  const known = knownCounts(demands);
  const at = JSON.stringify([target, scopes]);
  let counted = known.get(at);
  if (counted === undefined) {
    counted = candidates(demands, scopes).filter(({ subject }) => isInScopes(scopes, subject, target));
    known.set(at, counted);
  }
  return counted;
}

const knownCounts = oncePer((_: readonly Demand[]) => new Map<string, readonly Demand[]>());

/** How many of the demands have to be looked at for those that a quota of such scopes counts. */
export function candidateCount(demands: readonly Demand[], scopes: readonly ScopeRequirement[]): number {
  const named = namedClasses(scopes);
  if (named === undefined) return demands.length;
  const byClass = demandsByClass(demands);
  return [...new Set(named.values)].reduce((sum, name) => sum + (byClass.get(name)?.length ?? 0), 0);
}

function namedClasses(scopes: readonly ScopeRequirement[]): ScopeRequirement | undefined {
  return scopes.find(({ scope, operator }) => scope === 'PriorityClass' && operator === 'In');
}

/** A quota for each priority class is usual: it has no need to look at the pods of all others. */
function candidates(demands: readonly Demand[], scopes: readonly ScopeRequirement[]): readonly Demand[] {
  const named = namedClasses(scopes);
  if (named === undefined) return demands;
  const byClass = demandsByClass(demands);
  return [...new Set(named.values)]
    .flatMap((name) => byClass.get(name) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ demand }) => demand);
}

const demandsByClass = oncePer((demands: readonly Demand[]) =>
  groupBy(
    demands.map((demand, place) => ({ demand, place })),
    ({ demand: { subject } }) => (subject.kind === 'pod' ? subject.priorityClass : undefined),
  ),
);
