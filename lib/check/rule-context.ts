import { type KubernetesVersion } from '../model/kubernetes-version';
import { type ObjectSet } from '../model/object-set';
import { type ExternalIndex } from './external/external-index';
import { type Finding } from './finding';

/** What a rule may look at. */
export interface CheckContext {
  /**
   * All objects, deeply frozen, with indexes by kind, namespace, name and labels. A rule that is asked about
   * one object finds others by these, and never by a loop over all of them.
   */
  readonly set: ObjectSet;
  /**
   * What was committed or rendered before; undefined where nobody knows, as in a project that renders for the first
   * time. It may lack objects that did not change.
   */
  readonly baseline?: ObjectSet | undefined;
  /** The Kubernetes version that the objects are meant for. */
  readonly target: KubernetesVersion;
  /** What is declared to exist outside of the set. */
  readonly external: ExternalIndex;
  /**
   * What `analyse` makes of this set, made once a check: for indexes of a rule's own, and for analyses that
   * several rules read. Told apart by the function, so give it a name at the top of a module.
   *
   * @example
   * ```ts
   * import { type CheckContext, type ObjectEntry } from 'kubewright/check';
   *
   * const sizes = ({ set }: CheckContext): ReadonlyMap<string, number> =>
   *   new Map(set.namespaces().map((name) => [name, set.inNamespace(name).length]));
   *
   * export const sizeAround = ({ namespace }: ObjectEntry, { once }: CheckContext): number =>
   *   once(sizes).get(namespace) ?? 0;
   * ```
   */
  readonly once: <T>(analyse: (context: CheckContext) => T) => T;
}

/** What a rule is given: what it may look at, and whom to tell. */
export interface RuleContext extends CheckContext {
  /** Reports a finding of this rule. Places, severity, allowances and order are seen to. */
  readonly report: (finding: Finding) => void;
}
