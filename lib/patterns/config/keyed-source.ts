import { type MountOptions } from '../pod/container-options';
import { type EnvFromSource, type EnvSource } from '../pod/env';
import { type Mountable, type Volume } from '../pod/volume';

/** Where a key is written in a volume, and with which permissions. */
export type KeyFile = string | { readonly path: string; readonly mode?: number };

/** How the keys of a ConfigMap or Secret become files. */
export interface KeyVolumeOptions<K extends string> {
  /** Name of the volume in the pod. @defaultValue the name of the object without hash, dots as dashes */
  readonly name?: string;
  /** Only these keys, at these paths: `{ 'app.properties': 'conf/app.properties' }`. @defaultValue all */
  readonly files?: { readonly [Key in K]?: KeyFile };
  /** Permissions of the files, e.g. `0o400`. @defaultValue `0o644`, by the API server */
  readonly defaultMode?: number;
  /** Start the pod even if the object or a key is missing. */
  readonly optional?: boolean;
}

/** A ConfigMap or Secret whose keys are known: `K` is their union, so that a wrong one does not compile. */
export interface KeyedSource<K extends string> extends Mountable {
  /** Name of the object. */
  readonly name: string;
  /** The value of one key, for an environment variable. */
  key(key: K, options?: { readonly optional?: boolean }): EnvSource;
  /** All keys as environment variables, each with `prefix` before its name. */
  envFrom(options?: { readonly prefix?: string; readonly optional?: boolean }): EnvFromSource;
  /** The keys as files of a volume. */
  volume(options?: KeyVolumeOptions<K>): Volume;
  /** One key as one file, to be mounted over a path that may hold others. It does not follow changes. */
  file(key: K): MountOptions;
}
