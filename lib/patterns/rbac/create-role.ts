import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { type Identity, objectMetadata } from '../identity';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import { type PolicyRule } from './role-rules';
import { RBAC_GROUP, type Subject, subjectManifest } from './subject';

/** Changes to a role and its binding. */
export interface RolePatch {
  readonly role?: Patch<k8s.KubeRoleProps>;
  readonly binding?: Patch<k8s.KubeRoleBindingProps>;
}

/** What {@link createRole} makes. */
export interface RoleSource {
  readonly scope: Construct;
  readonly name: string;
  /** The rules of the role; none to bind `clusterRole` alone. */
  readonly rules: readonly PolicyRule[];
  /** A ClusterRole that exists, to be bound in place of a role of its own. */
  readonly clusterRole?: string | undefined;
  readonly subjects: readonly Subject[];
  /** What each subject was written as. */
  readonly property: (index: number) => string;
  readonly patch?: RolePatch | undefined;
  /** Make a ClusterRole and a ClusterRoleBinding. */
  readonly clusterScoped?: boolean;
}

/** Makes a Role, or a ClusterRole, and unless it has no subject the binding of the same name. */
export function createRole(
  identity: Identity,
  source: RoleSource,
): { readonly role: ApiObject | undefined; readonly binding: ApiObject | undefined } {
  const { scope, name, clusterScoped = false } = source;
  const prefix = clusterScoped ? 'Cluster' : '';
  const { namespace, ...marks } = objectMetadata(identity, { name });
  const metadata = clusterScoped ? marks : { ...marks, namespace };
  const apiVersion = `${RBAC_GROUP}/v1`;
  const role =
    source.clusterRole === undefined
      ? createObject(
          scope,
          'role',
          { apiVersion, kind: `${prefix}Role`, metadata, rules: source.rules },
          { clusterScoped, patch: source.patch?.role },
        )
      : undefined;
  if (source.subjects.length === 0) return { role, binding: undefined };
  const binding = createObject(
    scope,
    'role-binding',
    {
      apiVersion,
      kind: `${prefix}RoleBinding`,
      metadata,
      roleRef: {
        apiGroup: RBAC_GROUP,
        kind: role?.kind ?? 'ClusterRole',
        name: role?.name ?? source.clusterRole,
      },
      subjects: source.subjects.map((subject, index) =>
        subjectManifest(identity, subject, source.property(index)),
      ),
    },
    { clusterScoped, patch: source.patch?.binding },
  );
  return { role, binding };
}
