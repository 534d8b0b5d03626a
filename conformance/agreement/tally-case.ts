import { compare } from './compare';
import { type Case } from './generate';
import { type Outcome } from './outcome';
import { type OurFinding } from './ours';
import { type Tally } from './tally';

/** Counts how what we say of a case compares with what a server says. */
export function tallyCase(
  tally: Tally,
  { of, id }: Case,
  version: string,
  outcome: Outcome,
  ours: readonly OurFinding[],
): void {
  if (outcome.ofCluster === true) return;
  tally.add(of.title, version, id, outcome.accepted, compare(of.title, outcome, ours));
}
