import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { readContent } from './config/content';
import { KeyedConstruct } from './config/keyed-construct';
import { type KeyedSource } from './config/keyed-source';
import { ObjectKeys } from './config/object-keys';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { contentHash } from './manifest/content-hash';
import { createObject } from './manifest/create-object';
import { type Patch, patchedFields } from './manifest/patch';
import { PropertyError } from './property-error';

const SERVICE_ACCOUNT = 'kubernetes.io/service-account.name';

/** The keys that a Secret of a type has; one of them will do for `basic-auth`. */
const NEEDED_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/basic-auth': ['username', 'password'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** The options of an {@link AppSecret}. */
export interface AppSecretProps<D extends string, F extends string> extends PatternOptions {
  /**
   * Values by key. They stand in the rendered YAML, only in base64, for everybody who can read it. Use
   * {@link AppSecret.existing} for a Secret that an operator or a person makes in the cluster.
   */
  readonly insecurePlainText?: Readonly<Record<D, string>>;
  /** Paths of files by key; their content stands in the rendered YAML as well. */
  readonly insecurePlainFiles?: Readonly<Record<F, string>>;
  /** What it holds. @defaultValue `Opaque`, by the API server */
  readonly type?:
    | 'Opaque'
    | 'kubernetes.io/basic-auth'
    | 'kubernetes.io/ssh-auth'
    | 'kubernetes.io/tls'
    | 'kubernetes.io/service-account-token'
    | (string & {});
  /** Refuses changes once applied. @defaultValue false */
  readonly immutable?: boolean;
  /**
   * Ends the name with a hash of the content, and makes it immutable: a change is a new Secret, and rolls
   * out the pods that use it. @defaultValue false
   */
  readonly nameByContent?: boolean;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly secret?: Patch<k8s.KubeSecretProps> };
}

/**
 * Secrets of an application. The easy way is one that exists, made in the cluster by an operator or a person:
 * then nothing secret is rendered. `D` and `F` are the keys.
 *
 * @remarks For passwords, tokens and keys that pods read. Keep to `AppSecret.existing` for all that is
 * really secret, and let an operator or a person make the Secret in the cluster. The constructor is for
 * what may stand in a repository: its options are called `insecure` because base64 hides nothing.
 *
 * @example
 * ```ts
 * const database = AppSecret.existing('shop-database', ['username', 'password']);
 * new WebService(chart, 'shop', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   ports: { http: 8080 },
 *   env: { DB_USER: database.key('username'), DB_PASSWORD: database.key('password') },
 * });
 * ```
 */
export class AppSecret<D extends string = never, F extends string = never> extends KeyedConstruct<D | F> {
  /** Name of the Secret, with the hash if it has one. */
  readonly name: string;
  /** The Secret. */
  readonly secret: ApiObject;
  protected readonly keys: ObjectKeys<D | F>;

  /** @throws PropertyError if a file cannot be read, or it is too much */
  constructor(scope: Construct, id: string, props: AppSecretProps<D, F>) {
    super(scope, id);
    const identity = identify(this, props);
    const { text, binary } = readContent(this, props.insecurePlainText, props.insecurePlainFiles);
    // `data`, not `stringData`: the server folds that away, and every later apply would find a difference.
    const data = Object.fromEntries([
      ...Object.entries(text).map(
        ([key, value]) => [key, Buffer.from(value, 'utf8').toString('base64')] as const,
      ),
      ...Object.entries(binary).map(([key, bytes]) => [key, bytes.toString('base64')] as const),
    ]);
    this.#refuseIncomplete(props, data);
    const byContent = props.nameByContent === true;
    this.name = byContent
      ? `${identity.name}-${contentHash(patchedFields(['type', 'data', 'stringData'], { type: props.type, data }, props.patch?.secret))}`
      : identity.name;
    this.secret = createObject(
      this,
      'secret',
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: objectMetadata(identity, { name: this.name }),
        type: props.type,
        immutable: byContent ? true : props.immutable,
        data: Object.keys(data).length === 0 ? undefined : data,
      },
      { patch: props.patch?.secret },
    );
    this.keys = new ObjectKeys('Secret', this.name, identity.name.replaceAll('.', '-'), {
      kind: 'Secret',
      name: this.name,
      namespace: identity.namespace,
    });
  }

  /** @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateSecret */
  #refuseIncomplete(
    { type, patch, annotations }: AppSecretProps<D, F>,
    data: Readonly<Record<string, string>>,
  ): void {
    if (patch?.secret !== undefined) return;
    if (type === 'kubernetes.io/service-account-token') {
      if ((annotations?.[SERVICE_ACCOUNT] ?? '') !== '') return;
      throw new PropertyError(
        this,
        'type',
        `is '${type}', which names no ServiceAccount`,
        `write annotations: { '${SERVICE_ACCOUNT}': '<name>' }`,
      );
    }
    const needed = NEEDED_KEYS[type ?? ''] ?? [];
    const found = needed.filter((key) => key in data);
    if (type === 'kubernetes.io/basic-auth' ? found.length > 0 : found.length === needed.length) return;
    throw new PropertyError(
      this,
      'type',
      `is '${type ?? ''}', which has the keys ${needed.join(', ')}`,
      'write them, or leave the type out',
    );
  }

  /**
   * A Secret that is made elsewhere, with the keys that it has. Nothing is rendered for it, and where a pattern uses
   * it the checks take it as there: it need not be declared in kubewright.config.ts too. Also for `imagePullSecrets`, and for `tls` of an Ingress.
   */
  static existing<K extends string = never>(name: string, _keys: readonly K[] = []): KeyedSource<K> {
    return new ObjectKeys<K>('Secret', name);
  }
}
