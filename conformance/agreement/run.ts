/** Holds what `check` says against what API servers say, for generated objects. */
import { type Release, releases } from '../versions';
import { isHeld, writeBounds } from './bounds';
import { compare } from './compare';
import { writeDocs } from './docs';
import { type Case, fingerprint, generate, regenerate, shares } from './generate';
import { type Answers, askJudge } from './judges';
import { type GeneratedKind, KINDS } from './kinds';
import { encodeOutcome, type Outcome } from './outcome';
import { type OurFinding, ourFindings } from './ours';
import { writeRecord } from './record';
import { jsonReport, textReport } from './report';
import { tallyCase } from './tally-case';
import { fromRecord } from './from-record';
import { Tally } from './tally';

/** What the command line asks for. */
export interface AgreementOptions {
  readonly seed: number;
  /** Over all kinds; what is asked for of one kind is that many. */
  readonly count: number;
  /** Titles of kinds; all when empty. */
  readonly kinds: readonly string[];
  readonly limit: number;
  readonly json: boolean;
  readonly replay: string | undefined;
  /** Write the record and docs/conformance.md. */
  readonly record: boolean;
  /** Take the record for the judges. */
  readonly offline: boolean;
  /** Write docs/conformance.md from the record. */
  readonly docs: boolean;
}

/** How many requests are under way at once: the server has as many cores as we. */
const AT_ONCE = 8;

export async function agreement(of: readonly Release[], options: AgreementOptions): Promise<void> {
  if (options.replay !== undefined) return replay(of, options.replay);
  const kinds = chosen(options.kinds);
  if (options.record) return record(kinds, options);
  if (options.docs) return writeResults();
  const tally = options.offline ? fromRecord(of, kinds) : await fromJudges(of, kinds, options);
  console.log(options.json ? jsonReport(tally, options.limit) : textReport(tally, options.limit));
}

function chosen(titles: readonly string[]): readonly GeneratedKind[] {
  if (titles.length === 0) return KINDS;
  return titles.map((title) => {
    const found = KINDS.find((kind) => kind.title.toLowerCase() === title.toLowerCase());
    if (found === undefined)
      throw new Error(`--kind: ${title} is none of ${KINDS.map((kind) => kind.title).join(', ')}`);
    return found;
  });
}

async function fromJudges(
  of: readonly Release[],
  kinds: readonly GeneratedKind[],
  { seed, count }: AgreementOptions,
): Promise<Tally> {
  const tally = new Tally();
  for (const { version } of of) {
    await withJudge(version, async (answers) => {
      for (const [kind, cases] of shares(kinds, count)) {
        await ask(answers, seed, kind, cases, (made, outcome) =>
          tallyCase(tally, made, version, outcome, ourFindings(made.object, version)),
        );
      }
    });
  }
  return tally;
}

async function record(kinds: readonly GeneratedKind[], { seed, count }: AgreementOptions): Promise<void> {
  // However few kinds are recorded anew, each has its share of all.
  const cases = shares(KINDS, count);
  const kept = new Map<GeneratedKind, { fingerprint: number; outcomes: string[] }[]>();
  for (const { version } of releases) {
    await withJudge(version, async (answers) => {
      for (const kind of kinds) {
        const rows = kept.get(kind) ?? [];
        kept.set(kind, rows);
        await ask(answers, seed, kind, cases.get(kind) ?? 0, ({ object }, outcome, index) => {
          const row = (rows[index] ??= { fingerprint: fingerprint(object), outcomes: [] });
          row.outcomes.push(encodeOutcome(outcome));
        });
      }
    });
  }
  for (const [kind, rows] of kept) {
    const exact = releases.map((each) => each.kubernetes);
    await writeRecord(kind.title, { seed, releases: exact, cases: rows });
  }
  await writeResults();
}

/** What the record comes to, with the rules of today. */
async function writeResults(): Promise<void> {
  await writeDocs(fromRecord(releases, KINDS));
  await writeBounds(fromRecord(releases, KINDS, isHeld));
}

async function withJudge(version: string, work: (answers: Answers) => Promise<void>): Promise<void> {
  const answers = await askJudge(version);
  try {
    await work(answers);
  } finally {
    await answers.close();
  }
}

/** Asks about the cases of a kind, several at once, and tells in the order of the cases. */
async function ask(
  answers: Answers,
  seed: number,
  kind: GeneratedKind,
  cases: number,
  tell: (made: Case, outcome: Outcome, index: number) => void,
): Promise<void> {
  for (let from = 0; from < cases; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, cases - from) }, (_, index) =>
      generate(seed, kind, from + index),
    );
    const outcomes = await Promise.all(batch.map(async ({ object }) => answers.outcome(object)));
    batch.forEach((made, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) tell(made, outcome, from + index);
    });
  }
}

async function replay(of: readonly Release[], id: string): Promise<void> {
  const made = regenerate(id);
  console.log(JSON.stringify(made.object, undefined, 2));
  console.log(made.mutations.length === 0 ? 'meant to be valid' : made.mutations.join('\n'));
  for (const { version } of of) {
    await withJudge(version, async (answers) => {
      const outcome = await answers.outcome(structuredClone(made.object));
      const ours = ourFindings(structuredClone(made.object), version);
      show(version, made.of.title, outcome, ours);
    });
  }
}

function show(version: string, kind: string, outcome: Outcome, ours: readonly OurFinding[]): void {
  const { verdictAgrees, fieldsAgree } = compare(kind, outcome, ours);
  const word = !verdictAgrees ? 'DIFFERENT VERDICTS' : fieldsAgree === false ? 'DIFFERENT FIELDS' : 'agree';
  console.log(`\n${version}: ${word}`);
  console.log(`  server ${outcome.accepted ? 'accepts' : 'refuses'}`);
  for (const { field, message } of outcome.messages) console.log(`    ${field}: ${message}`);
  console.log(`  we ${ours.length === 0 ? 'accept' : 'refuse'}`);
  for (const { code, fields, title } of ours) console.log(`    ${fields.join(', ')}: ${code} ${title}`);
}
