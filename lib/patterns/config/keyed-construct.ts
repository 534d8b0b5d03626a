import { Construct } from 'constructs';
import { type MountOptions } from '../pod/container-options';
import { type EnvFromSource, type EnvSource } from '../pod/env';
import { type Volume } from '../pod/volume';
import { type KeyedSource, type KeyVolumeOptions } from './keyed-source';

/** A construct that makes a ConfigMap or Secret, and offers its keys. */
export abstract class KeyedConstruct<K extends string> extends Construct implements KeyedSource<K> {
  /** Name of the object. */
  abstract readonly name: string;
  /** The keys of the object. */
  protected abstract readonly keys: KeyedSource<K>;

  key(key: K, options?: { readonly optional?: boolean }): EnvSource {
    return this.keys.key(key, options);
  }

  envFrom(options?: { readonly prefix?: string; readonly optional?: boolean }): EnvFromSource {
    return this.keys.envFrom(options);
  }

  volume(options?: KeyVolumeOptions<K>): Volume {
    return this.keys.volume(options);
  }

  file(key: K): MountOptions {
    return this.keys.file(key);
  }

  toVolume(): Volume {
    return this.keys.toVolume();
  }
}
