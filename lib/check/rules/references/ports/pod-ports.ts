import { groupBy } from '../../../../model/group-by';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type Selection } from '../../../../model/selection';
import { NearbyWords } from '../../../nearby-words';
import { type ContainerPort, containerPorts } from './container-ports';

/** A pod and the ports that its containers declare. */
export interface PodWithPorts {
  readonly pod: PodSource;
  readonly ports: readonly ContainerPort[];
}

/** Among more ports of one pod none is looked for one by one. */
const FEW = 20;

/** The ports of some pods, for those that look for one of them: many Services select the same pods. */
export class PodPorts {
  private read: readonly PodWithPorts[] | undefined;
  private made: PortIndex | undefined;
  private found: Map<string, readonly PodSource[]> | undefined;
  private lacking: Map<string, PodWithPorts | undefined> | undefined;
  private words: Map<string, NearbyWords> | undefined;

  constructor(private readonly list: readonly PodSource[]) {}

  get pods(): readonly PodWithPorts[] {
    return (this.read ??= this.list.map((pod) => ({ pod, ports: containerPorts(pod.template.spec) })));
  }

  /** Whether some pod has it, be it by number or by name. */
  has(port: number | string, protocol: string): boolean {
    // As a rule the first has, and the others need not be looked at.
    const first = this.made === undefined ? containerPorts(this.list[0]?.template.spec) : [];
    const isOfFirst =
      first.length <= FEW &&
      first.some((each) => each.protocol === protocol && (each.number === port || each.name === port));
    return isOfFirst || this.index.places.has(key(port, protocol));
  }

  /** The pods that have it. The same list for the same port. */
  having(port: number | string, protocol: string): readonly PodSource[] {
    const at = key(port, protocol);
    this.found ??= new Map();
    let found = this.found.get(at);
    if (found === undefined) {
      found = (this.index.places.get(at) ?? []).flatMap((place) => this.list[place] ?? []);
      this.found.set(at, found);
    }
    return found;
  }

  /** How many pods do not have it. */
  countLacking(port: number | string, protocol: string): number {
    return this.pods.length - (this.index.places.get(key(port, protocol))?.length ?? 0);
  }

  /** The first pod that does not have it. */
  firstLacking(port: number | string, protocol: string): PodWithPorts | undefined {
    const at = key(port, protocol);
    const having = this.index.places.get(at);
    if (having === undefined) return this.pods[0];
    this.lacking ??= new Map();
    if (!this.lacking.has(at)) {
      const gap = having.findIndex((place, index) => place !== index);
      this.lacking.set(at, this.pods[gap === -1 ? having.length : gap]);
    }
    return this.lacking.get(at);
  }

  /** Whether every pod declares some port of the protocol. */
  areDeclared(protocol: string): boolean {
    return this.index.counts.get(protocol) === this.pods.length;
  }

  /** Names of ports of that protocol, of any of the pods, that are like this one. */
  like(name: string, protocol: string): readonly string[] {
    this.words ??= new Map();
    let words = this.words.get(protocol);
    if (words === undefined)
      this.words.set(
        protocol,
        (words = wordsOf(
          this.pods.flatMap(({ ports }) => ports),
          protocol,
        )),
      );
    return words.suggest(name);
  }

  private get index(): PortIndex {
    return (this.made ??= portIndex(this.pods));
  }
}

interface PortIndex {
  /** Places of the pods that have a port, by protocol and by number or name. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** How many pods have a port of a protocol. */
  readonly counts: ReadonlyMap<string, number>;
}

function portIndex(pods: readonly PodWithPorts[]): PortIndex {
  const places = new Map<string, number[]>();
  const counts = new Map<string, number>();
  const put = (at: string, place: number): void => {
    const known = places.get(at);
    if (known === undefined) places.set(at, [place]);
    else if (known.at(-1) !== place) known.push(place);
  };
  for (const [place, { ports }] of pods.entries()) {
    for (const { protocol, number, name } of ports) {
      put(key(number, protocol), place);
      if (name !== undefined) put(key(name, protocol), place);
    }
    for (const protocol of new Set(ports.map((port) => port.protocol)))
      counts.set(protocol, (counts.get(protocol) ?? 0) + 1);
  }
  return { places, counts };
}

/** The ports of a list of pods, made once for it. */
export const podPorts = oncePer((pods: readonly PodSource[]) => new PodPorts(pods));

/** Whether some pod that is selected has a port, be it by number or by name. */
export function hasPort(pods: Selection<PodSource>, port: number | string, protocol: string): boolean {
  // As a rule the first has, and the others need not be looked at.
  const { first } = pods;
  if (first === undefined) return false;
  return (
    portsOfPod(first).has(port, protocol) ||
    pods.where((list) => podPorts(list).having(port, protocol)).size > 0
  );
}

const portsOfPod = oncePer((pod: PodSource) => new PodPorts([pod]));

/** Names of ports of that protocol, of any pod that is selected, that are like this one. */
export function likePorts(pods: Selection<PodSource>, name: string, protocol: string): readonly string[] {
  return pods.parts
    .flatMap(({ from }) => podPorts(from).like(name, protocol))
    .filter((each) => hasPort(pods, each, protocol));
}

/** The first port of one pod that has a name. */
export function portNamed(ports: readonly ContainerPort[], name: string): ContainerPort | undefined {
  return byName(ports).get(name);
}

const byName = oncePer(
  (ports: readonly ContainerPort[]) =>
    new Map(
      [...ports].reverse().flatMap((port) => (port.name === undefined ? [] : [[port.name, port] as const])),
    ),
);

/** The ports of one pod that have a protocol. */
export function portsOfProtocol(ports: readonly ContainerPort[], protocol: string): readonly ContainerPort[] {
  return byProtocol(ports).get(protocol) ?? [];
}

const byProtocol = oncePer((ports: readonly ContainerPort[]) => groupBy(ports, (port) => port.protocol));

/** Names of ports of that protocol, of one pod, that are like this one. */
export function likePortNames(
  ports: readonly ContainerPort[],
  name: string,
  protocol: string,
): readonly string[] {
  const known = wordsByProtocol(ports);
  let words = known.get(protocol);
  if (words === undefined) known.set(protocol, (words = wordsOf(ports, protocol)));
  return words.suggest(name);
}

const wordsByProtocol = oncePer((_: readonly ContainerPort[]) => new Map<string, NearbyWords>());

function wordsOf(ports: readonly ContainerPort[], protocol: string): NearbyWords {
  return new NearbyWords(
    ports.filter((port) => port.protocol === protocol).flatMap(({ name }) => name ?? []),
  );
}

function key(port: number | string, protocol: string): string {
  return `${typeof port} ${protocol} ${port}`;
}
