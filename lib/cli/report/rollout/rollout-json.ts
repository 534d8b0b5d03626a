import { type WorkloadRollout } from '../../../check/rollout/rollout-of';
import { availableIn, podsIn } from '../../../model/rollout/rollout-step';

/** The same figures for programs. */
export function rolloutJson({ title, notes, steps, ...rollout }: WorkloadRollout): string {
  const shown = steps.map((step) => ({
    what: step.what,
    old: step.old,
    new: step.starting + step.fresh,
    ready: step.old + step.fresh,
    available: availableIn(step),
    ending: step.ending,
    pods: podsIn(step),
  }));
  const workload = title.replaceAll('`', '');
  return `${JSON.stringify({ version: 1, workload, ...rollout, steps: shown, notes }, null, 2)}\n`;
}
