import { type KubernetesVersion } from '../model/kubernetes-version';
import { type ObjectSet } from '../model/object-set';
import { type ExternalIndex } from './external/external-index';
import { type CheckContext } from './rule-context';

/** What came of an analysis. */
type Outcome = { readonly made: unknown } | { readonly thrown: unknown };

/** What rules and analyses look at: what is made of a set is made once, and what fails is not tried again. */
export function checkContext(
  set: ObjectSet,
  target: KubernetesVersion,
  external: ExternalIndex,
  baseline?: ObjectSet,
): CheckContext {
  const results = new Map<unknown, Outcome>();
  // Apart from `once`, which is asked for each object and makes nothing then.
  const tryOnce = (analyse: (context: CheckContext) => unknown): Outcome => {
    const outcome = outcomeOf(() => analyse(context));
    results.set(analyse, outcome);
    return outcome;
  };
  const context: CheckContext = {
    set,
    baseline,
    target,
    external,
    once: <T>(analyse: (context: CheckContext) => T): T => {
      const outcome = results.get(analyse) ?? tryOnce(analyse);
      if ('thrown' in outcome) throw outcome.thrown;
      return outcome.made as T;
    },
  };
  return context;
}

function outcomeOf(run: () => unknown): Outcome {
  try {
    return { made: run() };
  } catch (error) {
    return { thrown: error };
  }
}
