import { type KubernetesVersion } from './kubernetes-version';

/**
 * A permission that the API server or the kubelet asks for, though no API path serves its resource
 * or verb. No OpenAPI document lists these.
 */
export interface SpecialPermission {
  readonly group: string;
  /** As in an RBAC rule; `userextras/*` stands for every key below `userextras`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The check carries a namespace, so that a Role can grant it. A ClusterRole always can. */
  readonly namespaced: boolean;
  readonly since?: KubernetesVersion;
}

const RBAC = 'rbac.authorization.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';
const RESOURCE = 'resource.k8s.io';
const BY_USER_INFO = 'impersonate:user-info';

/**
 * All special permissions of the covered minors. `use` is not among them: PodSecurityPolicy, the last
 * built-in resource that was checked for it, was removed in 1.25.
 */
export const SPECIAL_PERMISSIONS: readonly SpecialPermission[] = [
  // apiserver, endpoints/filters/impersonation (legacy mode). A service account carries its namespace.
  { group: '', resource: 'groups', verbs: ['impersonate'], namespaced: false },
  { group: '', resource: 'serviceaccounts', verbs: ['impersonate'], namespaced: true },
  { group: '', resource: 'users', verbs: ['impersonate'], namespaced: false },
  { group: AUTHENTICATION, resource: 'uids', verbs: ['impersonate'], namespaced: false },
  { group: AUTHENTICATION, resource: 'userextras/*', verbs: ['impersonate'], namespaced: false },
  // The same folder, mode.go: constrained impersonation (feature gate ConstrainedImpersonation).
  { group: AUTHENTICATION, resource: 'groups', verbs: [BY_USER_INFO], namespaced: false, since: '1.35' },
  {
    group: AUTHENTICATION,
    resource: 'nodes',
    verbs: ['impersonate:arbitrary-node', 'impersonate:associated-node'],
    namespaced: false,
    since: '1.35',
  },
  {
    group: AUTHENTICATION,
    resource: 'serviceaccounts',
    verbs: ['impersonate:serviceaccount'],
    namespaced: true,
    since: '1.35',
  },
  { group: AUTHENTICATION, resource: 'uids', verbs: [BY_USER_INFO], namespaced: false, since: '1.35' },
  {
    group: AUTHENTICATION,
    resource: 'userextras/*',
    verbs: [BY_USER_INFO],
    namespaced: false,
    since: '1.35',
  },
  { group: AUTHENTICATION, resource: 'users', verbs: [BY_USER_INFO], namespaced: false, since: '1.35' },
  // kubernetes, pkg/registry/rbac/escalation_check.go. `bind` is checked in the namespace of the binding,
  // so a Role may grant the binding of a ClusterRole there.
  { group: RBAC, resource: 'clusterroles', verbs: ['bind'], namespaced: true },
  { group: RBAC, resource: 'clusterroles', verbs: ['escalate'], namespaced: false },
  { group: RBAC, resource: 'roles', verbs: ['bind', 'escalate'], namespaced: true },
  // kubernetes, pkg/certauthorization and plugin/pkg/admission/certificates.
  { group: CERTIFICATES, resource: 'signers', verbs: ['approve', 'attest', 'sign'], namespaced: false },
  // kubernetes, pkg/controller/certificates/approver/sarapprove.go.
  {
    group: CERTIFICATES,
    resource: 'certificatesigningrequests/nodeclient',
    verbs: ['create'],
    namespaced: false,
  },
  {
    group: CERTIFICATES,
    resource: 'certificatesigningrequests/selfnodeclient',
    verbs: ['create'],
    namespaced: false,
  },
  // kubernetes, pkg/kubelet/server/auth.go: the verb is the HTTP method's; these are what it serves.
  { group: '', resource: 'nodes/checkpoint', verbs: ['create'], namespaced: false, since: '1.30' },
  { group: '', resource: 'nodes/configz', verbs: ['get'], namespaced: false, since: '1.32' },
  { group: '', resource: 'nodes/healthz', verbs: ['get'], namespaced: false, since: '1.32' },
  { group: '', resource: 'nodes/log', verbs: ['get'], namespaced: false },
  { group: '', resource: 'nodes/metrics', verbs: ['get'], namespaced: false },
  { group: '', resource: 'nodes/pods', verbs: ['get'], namespaced: false, since: '1.32' },
  { group: '', resource: 'nodes/stats', verbs: ['get'], namespaced: false },
  { group: '', resource: 'nodes/statusz', verbs: ['get'], namespaced: false, since: '1.33' },
  // kubernetes, pkg/registry/resource/utils.go: who may write which part of a claim's status.
  {
    group: RESOURCE,
    resource: 'resourceclaims/binding',
    verbs: ['patch', 'update'],
    namespaced: false,
    since: '1.36',
  },
  {
    group: RESOURCE,
    resource: 'resourceclaims/driver',
    verbs: [
      'arbitrary-node:patch',
      'arbitrary-node:update',
      'associated-node:patch',
      'associated-node:update',
    ],
    namespaced: true,
    since: '1.36',
  },
];

/**
 * The subresource that OwnerReferencesPermissionEnforcement checks (`update`) before it lets an object be
 * blocked by its owner; every resource has it (kubernetes, plugin/pkg/admission/gc/gc_admission.go).
 */
export const FINALIZERS_SUBRESOURCE = 'finalizers';
