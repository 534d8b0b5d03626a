import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';
import { type EnvFromSource, type EnvValue } from './env';
import { type Lifecycle } from './lifecycle';
import { type Ports } from './ports';
import { type ReadinessProbe, type RestartProbe } from './probe';
import { type Resources } from './resources';
import { type Mountable } from './volume';

/** How a volume is mounted. */
export interface MountOptions {
  readonly volume: Mountable;
  /** A file or folder of the volume instead of all of it. Such a mount does not follow later changes. */
  readonly subPath?: string;
  /** As `subPath`, with `$(VAR)` of the container's environment. */
  readonly subPathExpr?: string;
  /** Refuses writes. */
  readonly readOnly?: boolean;
  /** Whether later mounts below the path are seen in the container, and on the node. */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A volume as it is, or with options. */
export type Mount = Mountable | MountOptions;

/** What every container has. `P` is the union of its port names. */
export interface BaseContainerOptions<P extends string> {
  /** Image with tag or digest, e.g. `ghcr.io/acme/web:1.4.2`. */
  readonly image: string;
  /**
   * When the node fetches the image.
   * @defaultValue by the API server: `Always` for `:latest` or no tag, else `IfNotPresent`
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Replaces the image's entrypoint. */
  readonly command?: readonly string[];
  /** Replaces the image's command. */
  readonly args?: readonly string[];
  /** Replaces the image's working directory. */
  readonly workingDir?: string;
  /** Ports by name: `{ http: 8080 }`. */
  readonly ports?: Ports<P>;
  /** Environment variables by name, in this order. */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /** Whole ConfigMaps and Secrets as environment variables; `env` wins. */
  readonly envFrom?: readonly EnvFromSource[];
  readonly resources?: Resources;
  /** Volumes by the path that they are mounted at: `{ '/data': volume }`. */
  readonly mounts?: Readonly<Record<string, Mount>>;
  /** Block devices by the path of the device. */
  readonly devices?: Readonly<Record<string, Mountable>>;
  /** Merged over the defaults; see docs/patterns/defaults.md. */
  readonly securityContext?: Wire<k8s.SecurityContext>;
  /** The file whose content becomes the termination message. */
  readonly terminationMessagePath?: string;
  /** Where the termination message comes from. */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
  /** Keeps the standard input open. */
  readonly stdin?: boolean;
  /** Closes the standard input after the first who attached has left. */
  readonly stdinOnce?: boolean;
  /** Gives the container a terminal; needs `stdin`. */
  readonly tty?: boolean;
}

/** What a container has that runs beside others. */
export interface ContainerOptions<P extends string> extends BaseContainerOptions<P> {
  /** Decides whether the pod gets traffic. */
  readonly readinessProbe?: ReadinessProbe<P>;
  /** Decides whether the container is restarted. */
  readonly livenessProbe?: RestartProbe<P>;
  /** Holds the other probes back until the container has started. */
  readonly startupProbe?: RestartProbe<P>;
  readonly lifecycle?: Lifecycle<P>;
}

/**
 * A container that runs before the main ones, or (`sidecar: true`) starts before them and stays beside
 * them; Kubernetes 1.29 and later, 1.28 behind a feature gate.
 */
export type InitContainerOptions<P extends string> =
  | (BaseContainerOptions<P> & { readonly sidecar?: false })
  | (ContainerOptions<P> & { readonly sidecar: true });
