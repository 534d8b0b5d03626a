import { type Quantity } from '../../../../model/quantity';
import { type ObjectView } from '../../object-view';
import { effectiveRestartPolicy } from '../container/effective-restart-policy';
import { type PodScope } from '../pod-scope';
import { addAmounts, type Amounts, raiseAmounts } from './amounts';

/** Which of the two it is about. */
export type AmountsField = 'limits' | 'requests';

/** What a container of a Pod asks for: its limits too, where it does not say otherwise (SetDefaults_Pod). */
export function containerRequests(container: ObjectView, { pod }: PodScope): Amounts {
  const resources = container.struct('resources');
  const requests = resources.quantities('requests');
  return pod === undefined ? requests : new Map([...resources.quantities('limits'), ...requests]);
}

/**
 * What all containers of a pod together ask for, or may take at most: AggregateContainerRequests and AggregateContainerLimits in
 * k8s.io/component-helpers/resource/helpers.go. Sidecars count beside the containers, and beside the init containers after them.
 */
export function aggregateAmounts(scope: PodScope, field: AmountsField): Amounts {
  const amountsOf = (container: ObjectView): Amounts =>
    field === 'limits'
      ? container.struct('resources').quantities('limits')
      : containerRequests(container, scope);
  const total = new Map<string, Quantity>();
  for (const container of scope.containers) addAmounts(total, amountsOf(container));
  const sidecars = new Map<string, Quantity>();
  const startup = new Map<string, Quantity>();
  for (const container of scope.initContainers) {
    const own = amountsOf(container);
    if (effectiveRestartPolicy(container, 'init') === 'Always') {
      addAmounts(total, own);
      addAmounts(sidecars, own);
      raiseAmounts(startup, sidecars);
    } else {
      const together = new Map(own);
      addAmounts(together, sidecars);
      raiseAmounts(startup, together);
    }
  }
  raiseAmounts(total, startup);
  return total;
}
