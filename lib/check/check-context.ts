import { type KubernetesVersion } from '../model/kubernetes-version';
import { type ObjectSet } from '../model/object-set';
import { type ExternalIndex } from './external/external-index';
import { type CheckContext } from './rule-context';

/** What rules and analyses look at: what is made of a set is made once. */
export function checkContext(
  set: ObjectSet,
  target: KubernetesVersion,
  external: ExternalIndex,
  baseline?: ObjectSet,
): CheckContext {
  const results = new Map<unknown, unknown>();
  const context: CheckContext = {
    set,
    baseline,
    target,
    external,
    once: <T>(analyse: (context: CheckContext) => T): T => {
      if (!results.has(analyse)) results.set(analyse, analyse(context));
      return results.get(analyse) as T;
    },
  };
  return context;
}
