import { type Construct } from 'constructs';
import { isDeepStrictEqual } from 'node:util';
import { dns1123LabelErrors } from '../../model/names/dns1123-label';
import { portNameErrors } from '../../model/names/port-name';
import { recordExisting } from '../../source/existing-objects';
import { type Identity } from '../identity';
import { wirePort } from '../manifest/port-number';
import { refuseName } from '../manifest/refuse-name';
import { PropertyError } from '../property-error';
import { type Origin } from './origin';
import { type PortOptions } from './ports';
import { refuseVolume } from './refuse-volume';
import { type Defaults, type PodOs } from './security';
import { type Volume } from './volume';

interface PodPort extends PortOptions {
  readonly container: string;
}

/** What the containers of one pod share while it is put together: its ports and its volumes. */
export class PodBuilder {
  readonly #ports = new Map<string, PodPort>();
  readonly #volumes = new Map<string, Volume>();
  readonly #existing = new Set<string>();

  readonly construct: Construct;
  readonly defaults: Defaults;
  /** Undefined where kubectl's own decides. */
  readonly namespace: string | undefined;

  constructor(
    { construct, defaults, namespace }: Identity,
    readonly os: PodOs,
  ) {
    this.construct = construct;
    this.defaults = defaults;
    this.namespace = namespace;
  }

  /** All ports of the pod by name, in the order of the containers. */
  get ports(): ReadonlyMap<string, PortOptions> {
    return this.#ports;
  }

  /** The volumes that some container mounts, in the order of the mounts. */
  get volumes(): readonly Volume[] {
    return [...this.#volumes.values()];
  }

  /** Notes a port, and refuses one that another already is: the containers of a pod share one network. */
  addPort(container: string, name: string, port: PortOptions): PortOptions {
    const property = `ports.${name}`;
    this.checkPort(name, port);
    const { containerPort, protocol = 'TCP' } = port;
    for (const [otherName, other] of this.#ports) {
      if (otherName === name) {
        throw new PropertyError(
          this.construct,
          property,
          `of container '${container}' has the name of a port of container '${other.container}'`,
          'give every port of a pod its own name',
        );
      }
      if (other.containerPort === containerPort && (other.protocol ?? 'TCP') === protocol) {
        throw new PropertyError(
          this.construct,
          property,
          `of container '${container}' is ${protocol} ${containerPort}, which port '${otherName}' of container '${other.container}' is already`,
          'the containers of a pod share one network: give each its own port',
        );
      }
      if (
        port.hostPort !== undefined &&
        other.hostPort === port.hostPort &&
        (other.protocol ?? 'TCP') === protocol
      ) {
        throw new PropertyError(
          this.construct,
          `${property}.hostPort`,
          `of container '${container}' is ${protocol} ${port.hostPort}, which port '${otherName}' has already`,
          'give each its own port of the node',
        );
      }
    }
    this.#ports.set(name, { container, ...port });
    return port;
  }

  /** Refuses what is no port. */
  checkPort(name: string, port: PortOptions): void {
    refuseName(this.construct, 'name of a port', name, portNameErrors(name));
    for (const field of ['containerPort', 'servicePort', 'nodePort', 'hostPort'] as const) {
      const number = port[field];
      if (number === undefined || number === false) continue;
      const property = field === 'containerPort' ? `ports.${name}` : `ports.${name}.${field}`;
      wirePort(this.construct, property, number);
    }
  }

  /** The number of a port that `container` has; `property` is what refers to it. */
  portNumber(container: string, name: string, property: string): number {
    const port = this.#ports.get(name);
    if (port?.container !== container) {
      const own = [...this.#ports]
        .filter(([, other]) => other.container === container)
        .map(([other]) => `'${other}'`);
      throw new PropertyError(
        this.construct,
        property,
        `of container '${container}' asks port '${name}', which that container does not have`,
        own.length === 0 ? 'name the port in `ports`' : `its ports are ${own.join(', ')}`,
      );
    }
    return port.containerPort;
  }

  /**
   * Notes what the pod refers to, and refuses an object of another namespace: a pod finds only those of its own. What
   * kubectl's own namespace decides may well be the same.
   */
  refersTo(property: string, origin: Origin | undefined): void {
    if (origin === undefined) return;
    if (origin.isElsewhere === true) this.#takeAsExisting(origin);
    const [own, other] = [this.namespace, origin.namespace];
    if (own === undefined || other === undefined || own === other) return;
    throw new PropertyError(
      this.construct,
      property,
      `takes ${origin.kind} '${origin.name}' of namespace '${other}', which the pod is not in`,
      'a pod finds only objects of its own namespace: place both in one',
    );
  }

  /** The checks are told of it, once. */
  #takeAsExisting({ kind, name }: Origin): void {
    const key = `${kind}/${name}`;
    if (this.#existing.has(key)) return;
    this.#existing.add(key);
    recordExisting(this.construct, { kind, name, namespace: this.namespace });
  }

  /** Notes a mounted volume and returns its name; refuses two different volumes of one name. */
  addVolume(property: string, volume: Volume): string {
    this.refersTo(property, volume.origin);
    refuseName(
      this.construct,
      `${property}: the volume's name`,
      volume.name,
      dns1123LabelErrors(volume.name),
    );
    const known = this.#volumes.get(volume.name);
    if (known === undefined) {
      refuseVolume(this.construct, property, volume);
      this.#volumes.set(volume.name, volume);
    } else if (!isDeepStrictEqual(known, volume)) {
      throw new PropertyError(
        this.construct,
        property,
        `is a second, different volume '${volume.name}'`,
        'mount one Volume object twice, or give the second its own name',
      );
    }
    return volume.name;
  }
}
