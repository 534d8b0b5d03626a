import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';

/** An account of an image registry. */
export interface RegistryAccount {
  /** Name of the account. */
  readonly username: string;
  /** Password or token of the account. */
  readonly password: string;
  /** Mail address; no registry of today asks for it. */
  readonly email?: string;
}

/** The options of {@link RegistryCredentials}. */
export interface RegistryCredentialsProps extends PatternOptions {
  /**
   * Accounts by registry, e.g. `ghcr.io`. They stand in the rendered YAML, only in base64, for everybody who
   * can read it. For a Secret that exists, give `AppSecret.existing('<name>')` as `imagePullSecrets`: nothing is
   * rendered then.
   */
  readonly insecurePlainText: Readonly<Record<string, RegistryAccount>>;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly secret?: Patch<k8s.KubeSecretProps> };
}

/**
 * Credentials to pull images with: a Secret of type `kubernetes.io/dockerconfigjson`.
 *
 * @remarks For a registry whose account may stand in the repository: one of a development cluster, or one
 * that can only pull what everybody may pull. For all others let an operator make the Secret, and give
 * `AppSecret.existing('<name>')` as `imagePullSecrets`.
 *
 * @example
 * ```ts
 * const registry = new RegistryCredentials(chart, 'registry', {
 *   insecurePlainText: { 'localhost:5000': { username: 'dev', password: 'dev' } },
 * });
 * new Worker(chart, 'mailer', { image: 'localhost:5000/mailer:2.3.0', imagePullSecrets: [registry] });
 * ```
 */
export class RegistryCredentials extends Construct {
  /** Name of the Secret. */
  readonly name: string;
  /** The Secret. */
  readonly secret: ApiObject;

  constructor(scope: Construct, id: string, props: RegistryCredentialsProps) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    const auths = Object.fromEntries(
      Object.entries(props.insecurePlainText).map(([registry, account]) => [
        registry,
        { ...account, auth: base64(`${account.username}:${account.password}`) },
      ]),
    );
    this.secret = createObject(
      this,
      'secret',
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: objectMetadata(identity),
        type: 'kubernetes.io/dockerconfigjson',
        data: { '.dockerconfigjson': base64(JSON.stringify({ auths })) },
      },
      { patch: props.patch?.secret },
    );
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
