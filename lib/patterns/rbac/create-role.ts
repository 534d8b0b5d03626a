import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { pathSegmentErrors } from '../../model/names/path-segment';
import { type Identity, objectMetadata } from '../identity';
import { createObject } from '../manifest/create-object';
import { refuseName } from '../manifest/refuse-name';
import { type Patch } from '../manifest/patch';
import { PropertyError } from '../property-error';
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
  source.rules.forEach((rule, index) => {
    refuseRule(identity, `rules[${index}]`, rule, clusterScoped);
  });
  if (source.clusterRole !== undefined) {
    const { clusterRole } = source;
    const errors = clusterRole === '' ? ['it is empty'] : pathSegmentErrors(clusterRole);
    refuseName(identity.construct, 'clusterRole', clusterRole, errors);
  }
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

/** @see k8s.io/kubernetes/pkg/apis/rbac/validation, ValidatePolicyRule */
function refuseRule(
  { construct }: Identity,
  property: string,
  { verbs, apiGroups, resources, nonResourceURLs }: PolicyRule,
  clusterScoped: boolean,
): void {
  const refuse = (problem: string, fix: string): never => {
    throw new PropertyError(construct, property, `${problem}: ${JSON.stringify(resources ?? [])}`, fix);
  };
  if (verbs.length === 0) refuse('grants no verb', 'write at least one, or leave the rule out');
  const urls = nonResourceURLs?.length ?? 0;
  const named = (resources?.length ?? 0) > 0;
  if (urls > 0 && !clusterScoped) refuse('grants URLs', 'only a ClusterRoleGrant may');
  if (urls > 0 && named) refuse('grants URLs and resources', 'make two rules of it');
  if (urls > 0) return;
  if (!named) refuse('grants no resource', 'name at least one');
  if ((apiGroups?.length ?? 0) === 0)
    refuse('grants resources of no API group', "name it; '' is the core group");
}
