import { type Quantity } from '../../../../model/quantity';
import { type ContainerResources, type PodResources } from '../../../capacity/limit-range/pod-resources';

/** How a total of a pod comes about: `cpu limits: api 1500m + proxy 1 = 2500m`. */
export function sumInWords(pod: PodResources, resource: string, side: 'request' | 'limit'): string {
  const which = side === 'request' ? 'requests' : 'limits';
  const total = pod.total[which].get(resource);
  const head = `${resource} ${which}:`;
  if (total === undefined) return `${head} none`;
  if (isOfPod(pod, resource, which)) return `${resource} ${side} of the pod: ${total.toString()}`;
  const part = (container: ContainerResources): string | undefined => {
    const amount = container[which].get(resource);
    const role =
      container.role === 'container' ? '' : container.role === 'init' ? 'init container ' : 'sidecar ';
    return amount && `${role}${container.name} ${amount.toString()}`;
  };
  const parts = largest(pod.containers, total, (container) => container[which].get(resource)).flatMap(
    (container) => part(container) ?? [],
  );
  const sum = parts.join(' + ');
  return parts.length === 1 ? `${head} ${sum}` : `${head} ${sum} = ${total.toString()}`;
}

/** The containers that run together when the pod needs the most. */
function largest(
  containers: readonly ContainerResources[],
  total: Quantity,
  amountOf: (container: ContainerResources) => Quantity | undefined,
): readonly ContainerResources[] {
  const running = containers.filter(({ role }) => role !== 'init');
  const isTotal = (some: readonly ContainerResources[]): boolean =>
    some
      .map(amountOf)
      .reduce<Quantity | undefined>((sum, each) => (each ? (sum?.add(each) ?? each) : sum), undefined)
      ?.equals(total) === true;
  if (isTotal(running)) return running;
  const starting = containers.filter(({ role }) => role !== 'container');
  for (const [index, container] of starting.entries()) {
    const together = [container, ...starting.slice(0, index).filter(({ role }) => role === 'sidecar')];
    if (isTotal(together)) return together;
  }
  return running;
}

/** LimitRanger takes cpu and memory from the pod itself, and nothing else. */
function isOfPod(pod: PodResources, resource: string, which: 'requests' | 'limits'): boolean {
  return (resource === 'cpu' || resource === 'memory') && pod.ofPod[which].has(resource);
}
