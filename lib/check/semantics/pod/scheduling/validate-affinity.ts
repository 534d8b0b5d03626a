import { type PodScope } from '../pod-scope';
import { validateNodeSelector } from './validate-node-selector';
import { validateNodeSelectorTerm } from './validate-node-selector-term';
import { validatePodAffinityTerm } from './validate-pod-affinity-term';
import { validateWeight } from './validate-weight';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** validateAffinity in pkg/apis/core/validation/validation.go. */
export function validateAffinity(scope: PodScope): void {
  const affinity = scope.spec.in('scheduling').object('affinity');
  if (affinity === undefined) return;
  const nodes = affinity.object('nodeAffinity');
  const required = nodes?.object(REQUIRED);
  if (required !== undefined) validateNodeSelector(required, !required.validation.since('1.33'));
  for (const preference of nodes?.objects(PREFERRED) ?? []) {
    validateWeight(preference);
    validateNodeSelectorTerm(preference.struct('preference'), true);
  }
  for (const field of ['podAffinity', 'podAntiAffinity']) {
    const pods = affinity.object(field);
    if (pods === undefined) continue;
    for (const term of pods.objects(REQUIRED)) validatePodAffinityTerm(term, scope);
    for (const preference of pods.objects(PREFERRED)) {
      validateWeight(preference);
      validatePodAffinityTerm(preference.struct('podAffinityTerm'), scope);
    }
  }
}
