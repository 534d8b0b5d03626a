import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { KeyedConstruct } from './config/keyed-construct';
import { type KeyedSource } from './config/keyed-source';
import { ObjectKeys } from './config/object-keys';
import { readContent } from './config/content';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { contentHash } from './manifest/content-hash';
import { createObject } from './manifest/create-object';
import { type Patch, patchedFields } from './manifest/patch';

/** The options of an {@link AppConfig}. */
export interface AppConfigProps<D extends string, F extends string> extends PatternOptions {
  /** Values by key. */
  readonly data?: Readonly<Record<D, string>>;
  /** Paths of files by key, read when the program runs; a path counts from the folder it runs in. */
  readonly files?: Readonly<Record<F, string>>;
  /** Refuses changes once applied. @defaultValue false */
  readonly immutable?: boolean;
  /**
   * Ends the name with a hash of the content, and makes it immutable: a change is a new ConfigMap, and rolls
   * out the pods that use it. @defaultValue false
   */
  readonly nameByContent?: boolean;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly configMap?: Patch<k8s.KubeConfigMapProps> };
}

/**
 * Configuration of an application: a ConfigMap. `D` and `F` are its keys, so that a key that is not there does
 * not compile where it is used.
 *
 * @remarks For settings that are no secret: values for environment variables, and files that the image
 * reads. Take `nameByContent` where a change should restart the pods that use it: without it, running pods
 * keep their old variables. {@link AppConfig.existing} names a ConfigMap that somebody else makes.
 *
 * @example
 * ```ts
 * const config = new AppConfig(chart, 'shop-config', {
 *   data: { LOG_LEVEL: 'info', 'app.properties': 'name = shop\nlevel = 1\n' },
 *   nameByContent: true,
 * });
 * new WebService(chart, 'shop', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   ports: { http: 8080 },
 *   env: { LOG_LEVEL: config.key('LOG_LEVEL') },
 *   mounts: { '/etc/shop': config.volume({ files: { 'app.properties': 'shop.properties' } }) },
 * });
 * ```
 */
export class AppConfig<D extends string = never, F extends string = never> extends KeyedConstruct<D | F> {
  /** Name of the ConfigMap, with the hash if it has one. */
  readonly name: string;
  /** The ConfigMap. */
  readonly configMap: ApiObject;
  protected readonly keys: ObjectKeys<D | F>;

  /** @throws PropertyError if a file cannot be read, or it is too much */
  constructor(scope: Construct, id: string, props: AppConfigProps<D, F>) {
    super(scope, id);
    const identity = identify(this, props);
    const { text, binary } = readContent(this, props.data, props.files);
    const data = Object.keys(text).length === 0 ? undefined : text;
    const binaryData =
      Object.keys(binary).length === 0
        ? undefined
        : Object.fromEntries(Object.entries(binary).map(([key, bytes]) => [key, bytes.toString('base64')]));
    const byContent = props.nameByContent === true;
    this.name = byContent
      ? `${identity.name}-${contentHash(patchedFields(['data', 'binaryData'], { data, binaryData }, props.patch?.configMap))}`
      : identity.name;
    this.configMap = createObject(
      this,
      'config-map',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: objectMetadata(identity, { name: this.name }),
        immutable: byContent ? true : props.immutable,
        data,
        binaryData,
      },
      { patch: props.patch?.configMap },
    );
    this.keys = new ObjectKeys('ConfigMap', this.name, identity.name.replaceAll('.', '-'), {
      kind: 'ConfigMap',
      name: this.name,
      namespace: identity.namespace,
    });
  }

  /** A ConfigMap that is made elsewhere, with the keys that it has. The checks take it as there where a pattern uses it. */
  static existing<K extends string = never>(name: string, _keys: readonly K[] = []): KeyedSource<K> {
    return new ObjectKeys<K>('ConfigMap', name);
  }
}
