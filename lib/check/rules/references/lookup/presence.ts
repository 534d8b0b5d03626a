import { type ObjectEntry } from '../../../../model/object-entry';
import { objectTitle } from '../../../object-names';
import { type CheckContext } from '../../../rule-context';
import { givenAsArgument } from './argument-names';
import { operatorOf } from './operator-names';
import { provisions } from './provisions/provision-index';
import { makerRole } from './run-time-makers';

/** An object that something refers to. */
export interface Target {
  /** API group; `''` for core. */
  readonly group: string;
  readonly kind: string;
  /** Empty for a cluster-scoped kind. */
  readonly namespace: string;
  readonly name: string;
}

/** Whether there is such an object, as far as the set and the configuration tell. */
export type Presence =
  /** It is there, or something is known to make it. */
  | { readonly is: 'there'; readonly entry?: ObjectEntry }
  /** A program of the set may make it when it runs. */
  | { readonly is: 'possible'; readonly why: string }
  | { readonly is: 'missing' };

const THERE: Presence = { is: 'there' };

/** Where to look for an object of that identity, from the surest to the least sure. */
export function presenceOf(target: Target, context: CheckContext): Presence {
  const { group, kind, namespace, name } = target;
  const entry = context.set.find(group, kind, namespace, name);
  if (entry !== undefined) return { is: 'there', entry };
  const { external } = context;
  if (isBuiltIn(target) || external.has(group, kind, namespace, name)) return THERE;
  if (external.isTakenAsExisting(group, kind, namespace, name)) return THERE;
  if (namespace === '') return { is: 'missing' };
  if (group === '' && isMade(target, context)) return THERE;
  if (operatorOf(namespace, name, context) !== undefined) return THERE;
  const role = makerRole(group, kind, namespace, context);
  const program = givenAsArgument(namespace, name, context);
  if (role !== undefined && program !== undefined) return THERE;
  if (program !== undefined) {
    return {
      is: 'possible',
      why: `${objectTitle(program)} is given this name as an argument, and may make it`,
    };
  }
  if (role !== undefined) {
    return {
      is: 'possible',
      why: `${objectTitle(role)} lets a program of the set create a ${kind}: it may be this one`,
    };
  }
  return { is: 'missing' };
}

function isMade({ kind, namespace, name }: Target, { once }: CheckContext): boolean {
  return once(provisions)
    .of(kind, namespace, name)
    .some(({ isOnlyFilled = false }) => !isOnlyFilled);
}

const NAMESPACES: ReadonlySet<string> = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

/**
 * What every cluster has.
 *
 * Upstream: the ServiceAccount `default` (pkg/controller/serviceaccount/serviceaccounts_controller.go), the ConfigMap of
 * the cluster's certificate (pkg/controller/certificates/rootcacertpublisher), the two classes of
 * pkg/apis/scheduling/v1/helpers.go (SystemPriorityClasses), the Namespaces of
 * pkg/controlplane/controller/systemnamespaces.
 */
function isBuiltIn({ group, kind, name }: Target): boolean {
  switch (kind) {
    case 'ServiceAccount':
      return group === '' && name === 'default';
    case 'ConfigMap':
      return group === '' && (name === 'kube-root-ca.crt' || name === 'openshift-service-ca.crt');
    case 'PriorityClass':
      return name === 'system-cluster-critical' || name === 'system-node-critical';
    case 'Namespace':
      return group === '' && NAMESPACES.has(name);
    default:
      return false;
  }
}
