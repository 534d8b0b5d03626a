import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type OtherPlace } from '../../../finding';
import { type CheckContext } from '../../../rule-context';
import { podTexts } from './pod-texts';
import { serviceAddresses } from './service-addresses';
import { isAmongPodsOf, isOnHostNetwork, type ServiceTarget, serviceTargets } from './service-targets';

/** Pods of the set that are told to ask a Service of the set. */
export interface Connection {
  readonly source: PodSource;
  readonly service: ObjectEntry;
  /** The port of the Service; undefined where nothing tells. */
  readonly port: number | undefined;
  readonly targets: readonly ServiceTarget[];
  /** Where it says so. */
  readonly place: OtherPlace;
}

/** What the name of a variable or flag ends in whose value is an address. */
const OF_ADDRESS =
  /(?:^|[_.-])(?:hosts?|hostname|addr|addrs|address|addresses|brokers?|endpoints?|servers?|upstreams?|uri|url)$/i;

/** What the name of a variable or flag tells whose value is compared, or handed on to browsers, and not asked. */
const NOT_ASKED =
  /(?:^|[_.-])(?:aud|audiences?|cors|allowed[_.-]?hosts?|callback|no[_.-]?proxy|redirect|referr?ers?)(?:[_.-]|$)|origins?$/i;

/** The connections that the texts of pods show, in their order, each once. */
export function connectionsOf(source: PodSource, context: CheckContext): readonly Connection[] {
  if (isOnHostNetwork(source)) return [];
  const { namespace } = source.entry;
  const seen = new Set<string>();
  const connections: Connection[] = [];
  const add = (service: ObjectEntry, port: number | undefined, place: OtherPlace): void => {
    const at = `${service.position} ${port ?? ''}`;
    if (seen.has(at)) return;
    seen.add(at);
    const targets = serviceTargets(service, port, context);
    if (targets.length > 0 && !isItself(source, service, context))
      connections.push({ source, service, port, targets, place });
  };
  for (const { entry, path, text, name, port } of podTexts(source, context)) {
    if (name !== undefined && NOT_ASKED.test(name)) continue;
    const isAddress = name !== undefined && OF_ADDRESS.test(name);
    for (const address of serviceAddresses(text, namespace, isAddress, context)) {
      const label =
        name === undefined || entry === source.entry
          ? `\`${address.written}\``
          : `\`${name}\` has \`${address.written}\``;
      add(address.service, address.port ?? port, { entry, path, label });
    }
  }
  const peers = peersOf(source, context);
  if (peers !== undefined)
    add(peers, undefined, {
      entry: source.entry,
      path: '/spec/serviceName',
      label: `the pods find each other by \`${peers.name}\``,
    });
  return connections;
}

/** A pod reaches itself whatever the policies say; of several that find each other by name each asks the others. */
function isItself({ entry, template }: PodSource, service: ObjectEntry, context: CheckContext): boolean {
  if (!isAmongPodsOf(service, entry, context)) return false;
  return objectField(service.object, 'spec')?.clusterIP !== 'None' || (template.replicas ?? 2) < 2;
}

/** The Service by which the pods of a StatefulSet find each other before they are ready. */
function peersOf({ entry, template }: PodSource, { set }: CheckContext): ObjectEntry | undefined {
  const name = textField(objectField(entry.object, 'spec'), 'serviceName');
  if (entry.kind !== 'StatefulSet' || name === undefined || (template.replicas ?? 2) < 2) return undefined;
  const service = set.find('', 'Service', entry.namespace, name);
  const spec = objectField(service?.object, 'spec');
  return spec?.clusterIP === 'None' && spec.publishNotReadyAddresses === true ? service : undefined;
}
