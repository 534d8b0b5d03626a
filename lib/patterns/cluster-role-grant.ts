import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { createRole } from './rbac/create-role';
import { type Patch } from './manifest/patch';
import { type ClusterRoleRules, type PolicyRule, policyRules } from './rbac/role-rules';
import { type Subject } from './rbac/subject';

/** The options of a {@link ClusterRoleGrant}. */
export interface ClusterRoleGrantProps extends PatternOptions {
  /** What is granted in all namespaces and outside of them, by API group and resource. */
  readonly rules?: ClusterRoleRules;
  /** As `rules`, for custom resources and all that has no type. */
  readonly customRules?: readonly PolicyRule[];
  /** To whom. None makes the ClusterRole alone. */
  readonly subjects?: readonly Subject[];
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly role?: Patch<k8s.KubeClusterRoleProps>;
    readonly binding?: Patch<k8s.KubeClusterRoleBindingProps>;
  };
}

/**
 * Rights in the whole cluster: a ClusterRole, and a ClusterRoleBinding to those who get them.
 *
 * @remarks For rights on what lives in no namespace (nodes, namespaces, volumes), or on objects of all
 * namespaces. For rights in one namespace take {@link RoleGrant}, which reaches less.
 *
 * @example
 * ```ts
 * new ClusterRoleGrant(chart, 'node-reader', {
 *   rules: { core: { nodes: ['get', 'list', 'watch'], namespaces: ['list'] } },
 *   subjects: [{ serviceAccount: 'log-shipper', namespace: 'logging' }],
 * });
 * ```
 */
export class ClusterRoleGrant extends Construct {
  /** Name of the ClusterRole and its binding. */
  readonly name: string;
  /** The ClusterRole. */
  readonly role: ApiObject | undefined;
  /** The ClusterRoleBinding; none without subjects. */
  readonly binding: ApiObject | undefined;

  /** @throws PropertyError if a ServiceAccount has no namespace */
  constructor(scope: Construct, id: string, props: ClusterRoleGrantProps) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    ({ role: this.role, binding: this.binding } = createRole(identity, {
      scope: this,
      name: identity.name,
      rules: policyRules(props.rules, props.customRules),
      subjects: props.subjects ?? [],
      property: (index) => `subjects[${index}]`,
      patch: props.patch,
      clusterScoped: true,
    }));
  }
}
