import { EnvFromSource, EnvSource } from '../pod/env';
import { type MountOptions } from '../pod/container-options';
import { type Origin } from '../pod/origin';
import { Volume } from '../pod/volume';
import { type KeyedSource, type KeyFile, type KeyVolumeOptions } from './keyed-source';

/** The keys of a ConfigMap or Secret that is named, whoever makes it. */
export class ObjectKeys<K extends string> implements KeyedSource<K> {
  constructor(
    private readonly kind: 'ConfigMap' | 'Secret',
    readonly name: string,
    /** What a volume of it is called in a pod. */
    private readonly volumeName = name.replaceAll('.', '-'),
    readonly origin: Origin = { kind, name, namespace: undefined, isElsewhere: true },
  ) {}

  key(key: K, options: { readonly optional?: boolean } = {}): EnvSource {
    const selector = { name: this.name, key, ...options };
    return new EnvSource(
      this.kind === 'Secret' ? { secretKeyRef: selector } : { configMapKeyRef: selector },
      this.origin,
    );
  }

  envFrom({
    prefix,
    ...options
  }: { readonly prefix?: string; readonly optional?: boolean } = {}): EnvFromSource {
    const reference = { name: this.name, ...options };
    return new EnvFromSource(
      this.kind === 'Secret' ? { prefix, secretRef: reference } : { prefix, configMapRef: reference },
      this.origin,
    );
  }

  volume(options: KeyVolumeOptions<K> = {}): Volume {
    const { name = this.volumeName, files, ...rest } = options;
    const items =
      files &&
      (Object.entries(files) as [K, KeyFile][]).map(([key, file]) =>
        typeof file === 'string' ? { key, path: file } : { key, ...file },
      );
    return Volume.of(
      name,
      this.kind === 'Secret'
        ? { secret: { secretName: this.name, items, ...rest } }
        : { configMap: { name: this.name, items, ...rest } },
      this.origin,
    );
  }

  file(key: K): MountOptions {
    return { volume: this.volume(), subPath: key, readOnly: true };
  }

  toVolume(): Volume {
    return this.volume();
  }
}
