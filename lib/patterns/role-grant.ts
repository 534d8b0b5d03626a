import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { createRole, type RolePatch } from './rbac/create-role';
import { type PolicyRule, policyRules, type RoleRules } from './rbac/role-rules';
import { type Subject } from './rbac/subject';

/** What is granted: rights of a Role of its own, or those of a ClusterRole that exists. */
export type RoleGrantSource =
  | {
      /** What is granted, by API group and resource. */
      readonly rules?: RoleRules;
      /** As `rules`, for custom resources and all that has no type. */
      readonly customRules?: readonly PolicyRule[];
      readonly clusterRole?: never;
      /** To whom, also from other namespaces. None makes the Role alone. */
      readonly subjects?: readonly Subject[];
    }
  | {
      /** A ClusterRole to bind in this namespace; `view`, `edit` and `admin` are in every cluster. */
      readonly clusterRole: 'view' | 'edit' | 'admin' | 'cluster-admin' | (string & {});
      readonly rules?: never;
      readonly customRules?: never;
      /** To whom, also from other namespaces. */
      readonly subjects: readonly Subject[];
    };

/** The options of a {@link RoleGrant}. */
export type RoleGrantProps = PatternOptions &
  RoleGrantSource & {
    /** Changes to the manifests, for what no option says. */
    readonly patch?: RolePatch;
  };

/**
 * Rights in one namespace: a Role, and a RoleBinding to those who get them.
 *
 * @remarks For rights on the objects of one namespace: of a team, of a ServiceAccount, of a dashboard in
 * another namespace. A workload that needs rights for itself says so in its `serviceAccount` option; a
 * {@link Tenant} has `roles`.
 *
 * @example
 * ```ts
 * new RoleGrant(chart, 'view-pods', {
 *   rules: { core: { pods: ['get', 'list', 'watch'], 'pods/log': ['get'] } },
 *   subjects: [{ serviceAccount: 'dashboard', namespace: 'monitoring' }, { group: 'developers' }],
 * });
 * ```
 */
export class RoleGrant extends Construct {
  /** Name of the Role and its binding. */
  readonly name: string;
  /** The Role; none where a ClusterRole is bound. */
  readonly role: ApiObject | undefined;
  /** The RoleBinding; none without subjects. */
  readonly binding: ApiObject | undefined;

  /** @throws PropertyError if a ServiceAccount has no namespace */
  constructor(scope: Construct, id: string, props: RoleGrantProps) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    ({ role: this.role, binding: this.binding } = createRole(identity, {
      scope: this,
      name: identity.name,
      rules: policyRules(props.rules, props.customRules),
      clusterRole: props.clusterRole,
      subjects: props.subjects ?? [],
      property: (index) => `subjects[${index}]`,
      patch: props.patch,
    }));
  }
}
