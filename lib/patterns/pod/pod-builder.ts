import { type Construct } from 'constructs';
import { isDeepStrictEqual } from 'node:util';
import { PropertyError } from '../property-error';
import { type PortOptions } from './ports';
import { type Defaults, type PodOs } from './security';
import { type Volume } from './volume';

interface PodPort extends PortOptions {
  readonly container: string;
}

/** What the containers of one pod share while it is put together: its ports and its volumes. */
export class PodBuilder {
  readonly #ports = new Map<string, PodPort>();
  readonly #volumes = new Map<string, Volume>();

  constructor(
    readonly construct: Construct,
    readonly defaults: Defaults,
    readonly os: PodOs,
  ) {}

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
    const { containerPort, protocol = 'TCP' } = port;
    if (!Number.isInteger(containerPort) || containerPort < 1 || containerPort > 65535) {
      throw new PropertyError(
        this.construct,
        property,
        `is ${containerPort}`,
        'a port is a whole number from 1 to 65535',
      );
    }
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
    }
    this.#ports.set(name, { container, ...port });
    return port;
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

  /** Notes a mounted volume and returns its name; refuses two different volumes of one name. */
  addVolume(volume: Volume): string {
    const known = this.#volumes.get(volume.name);
    if (known === undefined) {
      this.#volumes.set(volume.name, volume);
    } else if (!isDeepStrictEqual(known, volume)) {
      throw new PropertyError(
        this.construct,
        'mounts',
        `name two different volumes '${volume.name}'`,
        'mount one Volume object twice, or give the second its own name',
      );
    }
    return volume.name;
  }
}
