import { type Scene } from './scene';

/**
 * Looks at the cluster once: the words with which it shows what the observer is about, or undefined while it does not
 * (yet). It is asked again until it answers, so it answers only what will not change by itself.
 */
export type Observer = (scene: Scene) => Promise<string | undefined>;

/** What is said of an example in place of an observation. */
export interface Unobservable {
  readonly unobservable: string;
}

/** What shows of an example; one for all of a rule's, or one for each. */
export type Shows = Observer | Unobservable | readonly (Observer | Unobservable)[];

/** What the cluster does with the examples of a rule. */
export interface Consequence {
  /** Shows with every `bad` example, and, where one is for all, with no `good` one. */
  readonly bad: Shows;
  /** Shows with every `good` example, and, where one is for all, with no `bad` one. */
  readonly good: Shows;
  /** What is done once all is created and before anybody looks: a change, a load, a Job before its hour. */
  readonly then?: (scene: Scene) => Promise<void>;
  /** What is done between what was there before and the change of it. */
  readonly meanwhile?: (scene: Scene) => Promise<void>;
  /** What was there before and is no more is deleted. */
  readonly prune?: boolean;
  /** `kubectl apply` in place of one create an object. */
  readonly apply?: boolean;
  /** The last object first, where that matters. */
  readonly reversed?: boolean;
  /** Namespaces that the example does not make are not made for it. */
  readonly onlyItsNamespaces?: boolean;
  /** How much longer than others it may take, in milliseconds. */
  readonly patience?: number;
  /** What of a cluster had to be stood in for. */
  readonly standIn?: string;
}

export type Entry = Consequence | Unobservable;

/** What the cluster is known to do, by the codes of rules. */
export type Table = Readonly<Record<string, Entry>>;

export function isUnobservable(of: object): of is Unobservable {
  return 'unobservable' in of;
}
