import { groupBy } from '../../../../model/group-by';
import { objectField, textMapField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type CheckContext } from '../../../rule-context';
import { type PodPort } from '../network/is-among-ports';
import { containerPorts } from '../ports/container-ports';
import { selectedPods } from '../selection/selected-pods';
import { targetPorts } from './target-ports';

/** A pod of a Service, and the ports of it that are asked. */
export interface ServiceTarget {
  readonly pod: PodSource;
  /** Undefined where any may be. */
  readonly ports: readonly PodPort[] | undefined;
  /** The same for all whose ports, and those that they declare, are the same. */
  readonly portKey: string;
}

/** More kinds of pods behind one Service are not looked at: each would have to be held against all who ask. */
const MOST_KINDS = 50;

/**
 * The pods that answer a port of a Service, or any of its ports, one of each kind that policies can tell apart; those that have no
 * such port are left out. None for pods on the network of their node, for which policies do not hold.
 */
export function serviceTargets(
  service: ObjectEntry,
  port: number | undefined,
  { set }: CheckContext,
): readonly ServiceTarget[] {
  const kinds = kindsOfPods(podsOfService(service, set));
  if (kinds.length > MOST_KINDS || kinds.some(isOnHostNetwork)) return [];
  return kinds.flatMap((pod) => {
    const ports = targetPorts(service.object, port, pod);
    if (ports?.length === 0) return [];
    const portKey = JSON.stringify([ports ?? null, containerPorts(pod.template.spec)]);
    return { pod, ports, portKey };
  });
}

/** Whether the pods of a workload are among those of a Service. */
export function isAmongPodsOf(service: ObjectEntry, entry: ObjectEntry, { set }: CheckContext): boolean {
  return entriesOf(podsOfService(service, set)).has(entry);
}

export function isOnHostNetwork({ template }: PodSource): boolean {
  return template.spec?.hostNetwork === true;
}

function podsOfService({ object, namespace }: ObjectEntry, set: CheckContext['set']): readonly PodSource[] {
  const selector = textMapField(objectField(object, 'spec'), 'selector');
  return Object.keys(selector).length === 0 ? NONE : selectedPods(set, namespace, selector);
}

const NONE: readonly PodSource[] = [];

const entriesOf = oncePer((pods: readonly PodSource[]) => new Set(pods.map(({ entry }) => entry)));

/** Of these the controller gives each its own labels. */
const SINGULAR: ReadonlySet<string> = new Set(['CronJob', 'Job', 'StatefulSet']);

const kindsOfPods = oncePer((pods: readonly PodSource[]): readonly PodSource[] => {
  const kinds = groupBy(pods, (pod) => {
    const { entry, template } = pod;
    const name = SINGULAR.has(entry.kind) ? entry.name : '';
    return JSON.stringify([
      entry.kind,
      name,
      template.labels,
      containerPorts(template.spec),
      isOnHostNetwork(pod),
    ]);
  });
  return [...kinds.values()].flatMap(([first]) => first ?? []);
});
