import type { k8s } from 'cdk8s-plus-28';
import { type Identity } from '../identity';
import { type Wire } from '../manifest/wire';
import { refuseObjectName } from '../manifest/refuse-text';
import { PropertyError } from '../property-error';

/** Who is granted something: a ServiceAccount of any namespace, a user or a group of the authenticator. */
export type Subject =
  | {
      /** Name of a ServiceAccount. */
      readonly serviceAccount: string;
      /** Namespace of the ServiceAccount. @defaultValue the namespace of the binding */
      readonly namespace?: string | undefined;
    }
  | { readonly user: string }
  | { readonly group: string };

/** The manifest of a subject. */
export function subjectManifest(identity: Identity, subject: Subject, property: string): Wire<k8s.Subject> {
  if ('user' in subject) refuseEmpty(identity, `${property}.user`, subject.user);
  if ('group' in subject) refuseEmpty(identity, `${property}.group`, subject.group);
  if ('user' in subject) return { apiGroup: RBAC_GROUP, kind: 'User', name: subject.user };
  if ('group' in subject) return { apiGroup: RBAC_GROUP, kind: 'Group', name: subject.group };
  const namespace = subject.namespace ?? identity.namespace;
  if (namespace === undefined) {
    // ValidateRoleBindingSubject requires it (k8s.io/kubernetes/pkg/apis/rbac/validation).
    throw new PropertyError(
      identity.construct,
      property,
      `names ServiceAccount '${subject.serviceAccount}' without a namespace, which a binding needs`,
      'give the chart or the pattern a namespace',
    );
  }
  refuseObjectName(identity.construct, `${property}.serviceAccount`, subject.serviceAccount);
  refuseEmpty(identity, `${property}.namespace`, namespace);
  return { kind: 'ServiceAccount', name: subject.serviceAccount, namespace };
}

function refuseEmpty({ construct }: Identity, property: string, name: string): void {
  if (name === '') throw new PropertyError(construct, property, 'is empty', 'write the name');
}

/** The API group of roles, bindings, users and groups. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';
