import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { NearbyWords } from '../../../nearby-words';
import { type ContainerPort, containerPorts } from './container-ports';

/** A pod and the ports that its containers declare. */
export interface PodWithPorts {
  readonly pod: PodSource;
  readonly ports: readonly ContainerPort[];
}

/** The ports of some pods, for those that look for one of them: many Services select the same pods. */
export class PodPorts {
  readonly pods: readonly PodWithPorts[];
  /** Places of the pods that have a port, by protocol and by number or name. */
  private readonly places = new Map<string, number[]>();
  /** How many pods have a port of a protocol. */
  private readonly counts = new Map<string, number>();
  private readonly lacking = new Map<string, PodWithPorts | undefined>();
  private readonly words = new Map<string, NearbyWords>();

  constructor(pods: readonly PodSource[]) {
    this.pods = pods.map((pod) => ({ pod, ports: containerPorts(pod.template.spec) }));
    for (const [place, { ports }] of this.pods.entries()) {
      for (const { protocol, number, name } of ports) {
        this.put(key(number, protocol), place);
        if (name !== undefined) this.put(key(name, protocol), place);
      }
      for (const protocol of new Set(ports.map((port) => port.protocol)))
        this.counts.set(protocol, (this.counts.get(protocol) ?? 0) + 1);
    }
  }

  /** Whether some pod has it, be it by number or by name. */
  has(port: number | string, protocol: string): boolean {
    return this.places.has(key(port, protocol));
  }

  /** How many pods do not have it. */
  countLacking(port: number | string, protocol: string): number {
    return this.pods.length - (this.places.get(key(port, protocol))?.length ?? 0);
  }

  /** The first pod that does not have it. */
  firstLacking(port: number | string, protocol: string): PodWithPorts | undefined {
    const at = key(port, protocol);
    const having = this.places.get(at);
    if (having === undefined) return this.pods[0];
    if (!this.lacking.has(at)) {
      const gap = having.findIndex((place, index) => place !== index);
      this.lacking.set(at, this.pods[gap === -1 ? having.length : gap]);
    }
    return this.lacking.get(at);
  }

  /** Whether every pod declares some port of the protocol. */
  areDeclared(protocol: string): boolean {
    return this.counts.get(protocol) === this.pods.length;
  }

  /** Names of ports of that protocol, of any of the pods, that are like this one. */
  like(name: string, protocol: string): readonly string[] {
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

  private put(at: string, place: number): void {
    const places = this.places.get(at);
    if (places === undefined) this.places.set(at, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }
}

/** The ports of a list of pods, made once for it. */
export const podPorts = oncePer((pods: readonly PodSource[]) => new PodPorts(pods));

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
