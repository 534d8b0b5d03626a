import { type ApiObject, Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { pathSegmentErrors } from '../model/names/path-segment';
import { identify, type Identity, objectMetadata } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { refuseName } from './manifest/refuse-name';
import { DNS_EGRESS } from './network/create-network-policy';
import { pullSecretsManifest } from './pod/pull-secrets';
import { PropertyError } from './property-error';
import { RoleGrant, type RoleGrantSource } from './role-grant';
import { type ServiceAccountOptions } from './rbac/service-account';
import { type LimitOptions, limitRangeSpec } from './tenant/limit-options';
import { type QuotaLimits, type QuotaOptions, quotaSpec } from './tenant/quota-options';

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Which pods the namespace takes, warns of and records. */
export interface PodSecurityOptions {
  readonly enforce?: PodSecurityLevel;
  readonly warn?: PodSecurityLevel;
  readonly audit?: PodSecurityLevel;
  /** The version whose rules count, e.g. `v1.33`. @defaultValue `latest`, by the API server */
  readonly version?: 'latest' | `v1.${number}`;
}

/** What may be talked to before any policy of a workload says so. */
export interface IsolationOptions {
  /** Let the pods of the namespace talk to each other. @defaultValue false */
  readonly allowSameNamespace?: boolean;
}

/** The options of a {@link Tenant}. */
export interface TenantProps {
  /** Name of the Namespace. @defaultValue the id of the construct */
  readonly name?: string;
  /** Labels of every object of the tenant, also of what is placed in it. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Labels of the Namespace alone. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Namespace. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** What all pods and objects of the namespace may come to: `{ 'requests.cpu': 4, pods: 20 }`. */
  readonly quota?: QuotaLimits;
  /** Further quotas by name, each over some of the pods only. */
  readonly quotas?: Readonly<Record<string, QuotaOptions>>;
  /** Bounds and defaults of each container, pod and claim. */
  readonly limits?: LimitOptions;
  /** @defaultValue `restricted` is enforced; `false` leaves the labels out */
  readonly podSecurity?: PodSecurityLevel | PodSecurityOptions | false;
  /** Denies all traffic but DNS. @defaultValue `default-deny`; `open` makes no policy */
  readonly network?: 'default-deny' | 'open' | IsolationOptions;
  /** ServiceAccounts by name. */
  readonly serviceAccounts?: Readonly<
    Record<string, Pick<ServiceAccountOptions, 'automountToken' | 'imagePullSecrets' | 'annotations'>>
  >;
  /** Who may do what in the namespace, by the name of the Role and its binding. */
  readonly roles?: Readonly<Record<string, RoleGrantSource>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly namespace?: Patch<k8s.KubeNamespaceProps>;
    readonly limitRange?: Patch<k8s.KubeLimitRangeProps>;
    /** By the name of the quota; that of `quota` is the name of the tenant. */
    readonly quotas?: Readonly<Record<string, Patch<k8s.KubeResourceQuotaProps>>>;
  };
}

/**
 * A team's part of the cluster: a Namespace with its quotas, limits, Pod Security level, isolation and rights.
 * It is a chart of its own, and all that is placed in it belongs to its namespace.
 *
 * @remarks For each team or application that gets a namespace. It begins closed (Pod Security `restricted`,
 * no traffic but DNS) and is opened by name, so that nothing is open by accident. It replaces the `Chart`
 * that its workloads would otherwise be placed in.
 *
 * @example
 * ```ts
 * const team = new Tenant(app, 'team-a', {
 *   quota: { 'requests.cpu': 4, 'requests.memory': '8Gi', pods: 20, 'count/deployments.apps': 10 },
 *   limits: { container: { defaultRequest: { cpu: '100m', memory: '128Mi' } } },
 *   roles: { developers: { clusterRole: 'edit', subjects: [{ group: 'team-a' }] } },
 * });
 * new WebService(team, 'api', { image: 'ghcr.io/acme/api:1.0', ports: { http: 8080 } });
 * ```
 */
export class Tenant extends Chart {
  /** Name of the Namespace. */
  readonly name: string;
  /** The Namespace. */
  readonly namespaceObject: ApiObject;
  /** The ResourceQuotas: that of `quota` first. */
  readonly quotas: readonly ApiObject[];
  /** The LimitRange, if asked for. */
  readonly limitRange: ApiObject | undefined;
  /** The NetworkPolicies of the isolation; none for an open network. */
  readonly networkPolicies: readonly ApiObject[];
  /** The ServiceAccounts of the option. */
  readonly serviceAccounts: readonly ApiObject[];
  /** The grants of the option `roles`. */
  readonly roles: readonly RoleGrant[];

  constructor(scope: Construct, id: string, props: TenantProps = {}) {
    const name = props.name ?? id;
    super(scope, id, { namespace: name, ...(props.labels && { labels: { ...props.labels } }) });
    this.name = name;
    // What the tenant makes stands beside what is placed in it, under a construct of its own: no id collides.
    const own = new Construct(this, 'tenant');
    const identity = identify(own, { name, defaults: 'none' });
    this.namespaceObject = createObject(
      own,
      'namespace',
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          labels: {
            ...props.labels,
            ...podSecurityLabels(this, props.podSecurity ?? 'restricted'),
            ...props.namespaceLabels,
          },
          annotations: props.annotations,
        },
      },
      { clusterScoped: true, patch: props.patch?.namespace },
    );
    this.quotas = createQuotas(identity, this, props);
    this.limitRange =
      props.limits &&
      createObject(
        own,
        'limits',
        {
          apiVersion: 'v1',
          kind: 'LimitRange',
          metadata: objectMetadata(identity),
          spec: limitRangeSpec(this, props.limits),
        },
        { patch: props.patch?.limitRange },
      );
    this.networkPolicies = createIsolation(identity, props.network ?? 'default-deny');
    this.serviceAccounts = createServiceAccounts(own, identity, props);
    const roles = new Construct(own, 'roles');
    this.roles = Object.entries(props.roles ?? {}).map(([role, source]) => {
      refuseName(this, 'key of roles', role, role === '' ? ['it is empty'] : pathSegmentErrors(role));
      return new RoleGrant(roles, role, { ...source, name: role, defaults: 'none' });
    });
  }
}

/** @see k8s.io/pod-security-admission/api, the Enforce, Audit and Warn labels */
function podSecurityLabels(
  construct: Construct,
  option: PodSecurityLevel | PodSecurityOptions | false,
): Record<string, string> {
  if (option === false) return {};
  const { version, ...levels } =
    typeof option === 'string' ? { enforce: option, version: undefined } : option;
  if (version !== undefined && !/^(latest|v1\.(0|[1-9]\d*))$/.test(version)) {
    throw new PropertyError(
      construct,
      'podSecurity.version',
      `is '${version}'`,
      "write 'latest', or e.g. 'v1.33'",
    );
  }
  return Object.fromEntries(
    Object.entries(levels).flatMap(([mode, level]) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      ...(version === undefined ? [] : [[`pod-security.kubernetes.io/${mode}-version`, version]]),
    ]),
  ) as Record<string, string>;
}

function createQuotas(identity: Identity, tenant: Chart, props: TenantProps): readonly ApiObject[] {
  const { quota, quotas = {}, patch } = props;
  const all: { readonly name: string; readonly property: string; readonly options: QuotaOptions }[] = [
    ...(quota ? [{ name: identity.name, property: 'quota', options: { hard: quota } }] : []),
    ...Object.entries(quotas).map(([name, options]) => ({
      name,
      property: `quotas['${name}'].hard`,
      options,
    })),
  ];
  const scope = new Construct(identity.construct, 'quotas');
  return all.map(({ name, property, options }) =>
    createObject(
      scope,
      name,
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: objectMetadata(identity, { name }),
        spec: quotaSpec(tenant, property, options),
      },
      { patch: patch?.quotas?.[name] },
    ),
  );
}

function createServiceAccounts(
  scope: Construct,
  identity: Identity,
  props: TenantProps,
): readonly ApiObject[] {
  const accounts = new Construct(scope, 'service-accounts');
  return Object.entries(props.serviceAccounts ?? {}).map(
    ([name, { automountToken, imagePullSecrets, annotations }]) =>
      createObject(accounts, name, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: objectMetadata(identity, { name, annotations }),
        automountServiceAccountToken: automountToken,
        imagePullSecrets: pullSecretsManifest(imagePullSecrets, scope, identity.namespace),
      }),
  );
}

function createIsolation(
  identity: Identity,
  option: 'default-deny' | 'open' | IsolationOptions,
): readonly ApiObject[] {
  if (option === 'open') return [];
  const sameNamespace = typeof option === 'object' && option.allowSameNamespace === true;
  const policy = (name: string, spec: Record<string, unknown>): ApiObject =>
    createObject(identity.construct, name, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: objectMetadata(identity, { name }),
      spec: { podSelector: {}, ...spec },
    });
  return [
    policy('default-deny', { policyTypes: ['Ingress', 'Egress'] }),
    policy('allow-dns', { policyTypes: ['Egress'], egress: [DNS_EGRESS] }),
    ...(sameNamespace
      ? [
          policy('allow-same-namespace', {
            policyTypes: ['Ingress', 'Egress'],
            ingress: [{ from: [{ podSelector: {} }] }],
            egress: [{ to: [{ podSelector: {} }] }],
          }),
        ]
      : []),
  ];
}
