import { groupBy } from '../../../../model/group-by';
import { objectField, textMapField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type Selection } from '../../../../model/selection';
import { type CheckContext } from '../../../rule-context';
import { SelectorIndex } from '../selection/selector-index';
import { targetPorts } from '../wiring/target-ports';
import { type ServicePort, servicePorts } from '../ports/service-ports';

/** A port of a Service that leads to another one of its pods. */
interface ForwardedPort {
  readonly service: ObjectEntry;
  readonly port: ServicePort;
}

/** The same, with one of the pods and the port that it leads to there. */
export interface ServiceInFront extends ForwardedPort {
  readonly pod: PodSource;
  readonly behind: number;
}

/** Of very many pods the first ones tell. */
const MOST_PODS = 10;

/** The Service by which this port leads to another one of the pods, if there is any. */
export function serviceInFront(
  pods: Selection<PodSource>,
  number: number,
  protocol: string,
  { once }: CheckContext,
): ServiceInFront | undefined {
  const services = once(byPort);
  for (const pod of pods.take(MOST_PODS)) {
    const { entry, template } = pod;
    const found = services
      .get(indexKey(entry.namespace, number, protocol))
      ?.candidates(template.labels)
      .find(({ service }) =>
        Object.entries(selectorOf(service)).every(([name, asked]) => template.labels[name] === asked),
      );
    const behind = found && targetPorts(found.service.object, number, pod)?.[0]?.number;
    if (found !== undefined && behind !== undefined && behind !== number) return { ...found, pod, behind };
  }
  return undefined;
}

/** Ports of Services that name another one. */
function byPort({ set }: CheckContext): ReadonlyMap<string, SelectorIndex<ForwardedPort>> {
  const forwarded = set.ofKind('', 'Service').flatMap((service) =>
    Object.keys(selectorOf(service)).length === 0
      ? []
      : servicePorts(service.object)
          .filter(({ port, targetPort }) => port !== targetPort)
          .map((port) => ({ service, port })),
  );
  const groups = groupBy(forwarded, ({ service, port }) =>
    indexKey(service.namespace, port.port, port.protocol),
  );
  return new Map(
    [...groups].map(([at, group]) => [
      at,
      new SelectorIndex(group.map((each) => [each, selectorOf(each.service)] as const)),
    ]),
  );
}

function selectorOf({ object }: ObjectEntry): Readonly<Record<string, string>> {
  return textMapField(objectField(object, 'spec'), 'selector');
}

function indexKey(namespace: string, port: number, protocol: string): string {
  return `${namespace} ${port}/${protocol}`;
}
