import { type Release } from '../versions';
import { type Case, fingerprint, generate } from './generate';
import { type GeneratedKind } from './kinds';
import { findingsOfEach } from './ours';
import { type KindRecord, readRecord, recordedOutcome } from './record';
import { Tally } from './tally';
import { tallyCase } from './tally-case';

/** The answers of recorded judges, held against what we say now. */
export function fromRecord(
  of: readonly Release[],
  kinds: readonly GeneratedKind[],
  held: (fingerprint: number) => boolean = () => true,
): Tally {
  const tally = new Tally();
  for (const kind of kinds) {
    const recorded = readRecord(kind.title);
    if (recorded === undefined)
      throw new Error(`nothing is recorded of ${kind.title}: run with --record first`);
    const made = recorded.cases.flatMap((each, index) =>
      held(each.fingerprint) ? { index, ...again(kind, recorded, index) } : [],
    );
    for (const { version } of of) {
      const findings = findingsOfEach(
        made.map(({ object }) => object),
        version,
      );
      made.forEach((each, position) => {
        const outcome = recordedOutcome(recorded, each.index, version);
        if (outcome !== undefined) tallyCase(tally, each, version, outcome, findings[position] ?? []);
      });
    }
  }
  return tally;
}

/** A recorded case, made again. */
function again(kind: GeneratedKind, recorded: KindRecord, index: number): Case {
  const made = generate(recorded.seed, kind, index);
  if (fingerprint(made.object) === recorded.cases[index]?.fingerprint) return made;
  throw new Error(
    `${made.id} is no longer the object that was recorded: make the record of its kind anew, with --record --kind ${kind.title}`,
  );
}
