import { objectField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type Selection } from '../../../../model/selection';
import { type CheckContext } from '../../../rule-context';
import { podsOfSelector } from '../selection/pods-of-selector';

/** The pods that a PodDisruptionBudget is about. Those of Jobs count too. */
export function budgetPods(budget: ObjectEntry, context: CheckContext): Selection<PodSource> {
  const selector = objectField(objectField(budget.object, 'spec'), 'selector');
  // In policy/v1beta1 an empty selector selects nothing; none of the covered minors serves it.
  return podsOfSelector(context, budget.namespace, selector);
}
