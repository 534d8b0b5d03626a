import { type PortUse } from './port-users';

/** Pods that need a port of Nodes which those of another workload have there. */
export interface PortConflict {
  readonly use: PortUse;
  /** Who has it. Of several the first. */
  readonly other: PortUse;
  /** Where they meet. */
  readonly where: MeetingPlace;
}

export type MeetingPlace =
  /** On every Node of one of them. */
  | { readonly is: 'everywhere' }
  /** Both may run on this one alone. */
  | { readonly is: 'node'; readonly name: string }
  /** On so many of the Nodes that the one with the conflict may run on. */
  | { readonly is: 'nodes'; readonly count: number; readonly of: number }
  /** So many pods of both, and of others, need it on so many Nodes. */
  | { readonly is: 'crowd'; readonly pods: number; readonly workloads: number; readonly nodes: number };
