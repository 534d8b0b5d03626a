import { type Entry } from '../entry';
import { podSpecOf, valueAt } from './pod-spec-of';

/** The prefix of keys that stand for a kind which an object of the set defines. */
export const DEFINES = 'kind:';

/**
 * What an object gives to others, as keys that {@link needsOf} names. Only what an API server or a
 * controller misses at once counts: what the kubelet or the scheduler waits for (a ConfigMap, a claim)
 * sorts by class alone.
 */
export function providesOf({ object, ref }: Entry): string[] {
  switch (`${ref.group}/${ref.kind}`) {
    case '/Namespace':
      return [`namespace:${ref.name}`];
    case 'apiextensions.k8s.io/CustomResourceDefinition': {
      const [group, kind] = [valueAt(object, ['spec', 'group']), valueAt(object, ['spec', 'names', 'kind'])];
      return typeof group === 'string' && typeof kind === 'string' ? [`${DEFINES}${group}/${kind}`] : [];
    }
    case '/ServiceAccount':
      return [`account:${ref.namespace}/${ref.name}`];
    case 'scheduling.k8s.io/PriorityClass':
      return [`priority:${ref.name}`];
    case 'node.k8s.io/RuntimeClass':
      return [`runtime:${ref.name}`];
    case 'rbac.authorization.k8s.io/Role':
      return [`role:${ref.namespace}/${ref.name}`];
    case 'rbac.authorization.k8s.io/ClusterRole':
      return [`role:/${ref.name}`];
    case '/LimitRange':
    case '/ResourceQuota':
      return [`guard:${ref.namespace}`];
    default:
      return [];
  }
}

/** Providers that live in no namespace, whatever their metadata says. */
const NEEDS_NOTHING = new Set([
  '/Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'scheduling.k8s.io/PriorityClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
]);

/**
 * What an object needs to be there before it: without it the API server refuses the object, or refuses or
 * changes the pods that a controller makes of it.
 * - its namespace (admission plugin NamespaceLifecycle);
 * - the definition of its kind;
 * - the service account, priority class and runtime class of its pods (admission plugins ServiceAccount,
 *   Priority, RuntimeClass), and the limits and quotas of the namespace, which apply on creation only;
 * - the role of a binding (see install-class);
 * - the service account of a token secret: the token controller deletes the secret of an account that it
 *   does not find (kubernetes, pkg/controller/serviceaccount/tokens_controller.go, syncSecret).
 */
export function needsOf(entry: Entry): string[] {
  const { object, ref } = entry;
  if (NEEDS_NOTHING.has(`${ref.group}/${ref.kind}`)) return [];
  const needs: string[] = [];
  if (ref.namespace) needs.push(`namespace:${ref.namespace}`);
  if (ref.group.includes('.')) needs.push(`${DEFINES}${ref.group}/${ref.kind}`);
  const pod = podSpecOf(object);
  if (pod) {
    const account = pod.serviceAccountName ?? pod.serviceAccount;
    if (typeof account === 'string') needs.push(`account:${ref.namespace}/${account}`);
    if (typeof pod.priorityClassName === 'string') needs.push(`priority:${pod.priorityClassName}`);
    if (typeof pod.runtimeClassName === 'string') needs.push(`runtime:${pod.runtimeClassName}`);
  }
  if (pod || ref.kind === 'PersistentVolumeClaim') needs.push(`guard:${ref.namespace}`);
  if (ref.kind === 'RoleBinding' || ref.kind === 'ClusterRoleBinding') {
    const [kind, name] = [valueAt(object, ['roleRef', 'kind']), valueAt(object, ['roleRef', 'name'])];
    if (typeof name === 'string') needs.push(`role:${kind === 'Role' ? ref.namespace : ''}/${name}`);
  }
  if (ref.kind === 'Secret' && object.type === 'kubernetes.io/service-account-token') {
    const account = object.metadata.annotations?.['kubernetes.io/service-account.name'];
    if (account !== undefined) needs.push(`account:${ref.namespace}/${account}`);
  }
  return needs;
}
