import { RBAC } from './rbac-group';

/** Rights that are worth more than they say. */
export interface Escalation {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** What its holder can do. */
  readonly gives: string;
  readonly instead: string;
  /** Whether it counts only where it holds in all namespaces. */
  readonly isWideOnly?: true;
}

/**
 * After "Kubernetes RBAC - privilege escalation risks", kubernetes.io/docs/concepts/security/rbac-good-practices; for
 * `escalate` and `bind` pkg/registry/rbac/escalation_check.go, for `nodes/proxy` pkg/kubelet/server/auth.go.
 */
export const ESCALATIONS: readonly Escalation[] = [
  {
    group: RBAC,
    resources: ['roles', 'clusterroles'],
    verbs: ['escalate'],
    gives: '`escalate`: its holder can write roles that grant what it does not have itself',
    instead: 'leave `escalate` out, and let whoever writes roles have what they grant',
  },
  {
    group: RBAC,
    resources: ['roles', 'clusterroles'],
    verbs: ['bind'],
    gives:
      '`bind`: its holder can bind roles that grant what it does not have itself, cluster-admin too where it is of ClusterRoles',
    instead: 'name the roles that may be bound by resourceNames',
  },
  {
    group: '',
    resources: ['users', 'groups', 'serviceaccounts'],
    verbs: ['impersonate'],
    gives:
      '`impersonate`: its holder can act as whoever of them it likes; the group system:masters may do everything',
    instead: 'name who may be impersonated by resourceNames',
  },
  {
    group: '',
    resources: ['nodes/proxy'],
    verbs: ['get', 'create', 'update', 'patch', 'delete'],
    gives:
      '`nodes/proxy`: its holder reaches the kubelet, and runs commands in every pod of the node, past admission and audit',
    instead: 'for figures grant `nodes/metrics` or `nodes/stats`',
  },
  {
    group: '',
    resources: ['serviceaccounts/token'],
    verbs: ['create'],
    gives:
      '`serviceaccounts/token`: its holder can make itself a token of any ServiceAccount that this is about',
    instead: 'name the ServiceAccounts by resourceNames',
  },
  {
    group: '',
    resources: ['pods/exec', 'pods/attach', 'pods/ephemeralcontainers'],
    verbs: ['get', 'create', 'update', 'patch'],
    gives: 'its holder runs commands in the pods of all namespaces, and has the rights and secrets of each',
    instead: 'grant it by a Role in the namespaces that it is needed in',
    isWideOnly: true,
  },
];
