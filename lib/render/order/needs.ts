import { objectField, textField } from '../../model/json-object';
import { podTemplate } from '../../model/pod-template';
import { type Manifest } from '../../model/manifest';
import { type ObjectRef } from '../object-ref';

/** The prefix of keys that stand for a kind which an object of the set defines. */
export const DEFINES = 'kind:';

/**
 * What an object gives to others, as keys that {@link needsOf} names. Only what an API server or a
 * controller misses at once counts: what the kubelet or the scheduler waits for (a ConfigMap, a claim)
 * sorts by class alone.
 */
export function providesOf(object: Manifest, ref: ObjectRef): string[] {
  switch (`${ref.group}/${ref.kind}`) {
    case '/Namespace':
      return [`namespace:${ref.name}`];
    case 'apiextensions.k8s.io/CustomResourceDefinition': {
      const spec = objectField(object, 'spec');
      const [group, kind] = [textField(spec, 'group'), textField(objectField(spec, 'names'), 'kind')];
      return group !== undefined && kind !== undefined ? [`${DEFINES}${group}/${kind}`] : [];
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
export function needsOf(object: Manifest, ref: ObjectRef): string[] {
  if (NEEDS_NOTHING.has(`${ref.group}/${ref.kind}`)) return [];
  const needs: string[] = [];
  if (ref.namespace) needs.push(`namespace:${ref.namespace}`);
  if (ref.group.includes('.')) needs.push(`${DEFINES}${ref.group}/${ref.kind}`);
  const pod = podTemplate(object)?.spec;
  if (pod) {
    const account = textField(pod, 'serviceAccountName') ?? textField(pod, 'serviceAccount');
    const [priority, runtime] = [textField(pod, 'priorityClassName'), textField(pod, 'runtimeClassName')];
    if (account !== undefined) needs.push(`account:${ref.namespace}/${account}`);
    if (priority !== undefined) needs.push(`priority:${priority}`);
    if (runtime !== undefined) needs.push(`runtime:${runtime}`);
  }
  if (pod || ref.kind === 'PersistentVolumeClaim') needs.push(`guard:${ref.namespace}`);
  if (ref.kind === 'RoleBinding' || ref.kind === 'ClusterRoleBinding') {
    const role = objectField(object, 'roleRef');
    const namespace = textField(role, 'kind') === 'Role' ? ref.namespace : '';
    needs.push(`role:${namespace}/${textField(role, 'name') ?? ''}`);
  }
  if (ref.kind === 'Secret' && object.type === 'kubernetes.io/service-account-token') {
    const account = object.metadata.annotations?.['kubernetes.io/service-account.name'];
    if (account !== undefined) needs.push(`account:${ref.namespace}/${account}`);
  }
  return needs;
}
