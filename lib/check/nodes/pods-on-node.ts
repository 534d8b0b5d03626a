import { type ResourceList } from '../capacity/resource-list';

/** Quantities are exact to the billionth. */
const NANO = -9;

/**
 * How many pods with these requests a Node of that size holds at most, were nothing else on it; Infinity where it does not
 * say what it has.
 *
 * Upstream: `fitsRequest`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/noderesources/fit.go.
 */
export function podsOnNode(requests: ResourceList, size: ResourceList | undefined): number {
  if (size === undefined) return Infinity;
  const pods = size.get('pods');
  let most = pods === undefined ? Infinity : Number(pods.value());
  for (const [name, request] of requests) {
    const amount = size.get(name);
    if (amount === undefined || request.sign() <= 0) continue;
    most = Math.min(most, Number(amount.scaledValue(NANO) / request.scaledValue(NANO)));
  }
  return most;
}
