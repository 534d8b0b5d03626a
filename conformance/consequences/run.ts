/** Shows on a judge that the examples of rules have the consequences that the rules claim. */
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { type Judge, startJudge } from '../judge';
import { type Release, releases } from '../versions';
import { keepParameters } from './admission';
import { isUnobservable, type Unobservable } from './consequence';
import { writeDocs, writeVersion } from './docs';
import { notFor } from './not-for';
import { type Scene } from './scene';
import { clusterScopedKinds, isAlone, prepare } from './stage';
import { serveMetrics } from './steps';
import { GROUPS, TABLE } from './table';
import { type Seen, showsOf, tryExample } from './try-example';

/** What the command line asks for. */
export interface ConsequencesOptions {
  /** Codes of rules; all when empty. */
  readonly codes: readonly string[];
  /** Write docs/consequences.md; what it has of rules that are not tried stays. */
  readonly record: boolean;
}

/** How many examples are under way at once: mostly they wait. */
const AT_ONCE = 6;

/** Tries all examples on the judge of a release, tells of each as it goes, and resolves to the number of faults. */
export async function tryConsequences(of: Release, { codes, record }: ConsequencesOptions): Promise<number> {
  const all = RULES.filter(({ group }) => GROUPS.includes(group));
  const rules = all.filter(({ code }) => codes.length === 0 || codes.includes(code));
  const judge = await startJudge({ version: of.version, controllers: true, nodes: 3 });
  try {
    await serveMetrics(judge);
    await keepParameters(judge);
    const seen = await tryRules(judge, rules);
    const faults = seen.filter(({ fault }) => fault !== undefined);
    if (record && faults.length === 0) {
      if (of === releases.at(-1)) await writeDocs(of, all, seen);
      else await writeVersion(of, all, seen);
    }
    return faults.length;
  } finally {
    await judge.stop();
  }
}

interface Task {
  readonly alone: boolean;
  /** Tries the example; what it makes has the number of the attempt in its name. */
  run(attempt: number): Promise<Seen>;
}

async function tryRules(judge: Judge, rules: readonly Rule[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const tell = (each: Seen): void => {
    seen.push(each);
    const { code, kind, index, words, fault, unobservable } = each;
    console.log(
      `${code} ${kind} ${index}: ${fault === undefined ? (words ?? `(${unobservable ?? ''})`) : `FAULT ${fault}`}`,
    );
  };
  const kinds = await clusterScopedKinds(judge);
  const tasks = rules.flatMap((rule) => tasksOf(judge, rule, kinds, tell));
  const crowd = tasks.filter(({ alone }) => !alone);
  const late: Task[] = [];
  const run = async (task: Task): Promise<void> => {
    const result = await task.run(1);
    if (result.fault === undefined) tell(result);
    else late.push(task);
  };
  const next = async (): Promise<void> => {
    for (let task = crowd.shift(); task !== undefined; task = crowd.shift()) await run(task);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  // What all namespaces share would have consequences for other examples: one after another.
  for (const task of tasks) if (task.alone) await run(task);
  // A busy machine is late now and then: once more, alone.
  for (const task of late) tell(await task.run(2));
  return seen;
}

function tasksOf(
  judge: Judge,
  rule: Rule,
  clusterScoped: ReadonlySet<string>,
  tell: (seen: Seen) => void,
): readonly Task[] {
  const { code } = rule;
  const entry = TABLE[code];
  return (['bad', 'good'] as const).flatMap((kind) =>
    rule[kind].flatMap((example, index): readonly Task[] => {
      const about = { code, kind, index, title: example.title };
      if (entry === undefined) {
        tell({ ...about, fault: 'conformance/consequences/table.ts has no entry for this rule' });
        return [];
      }
      const shows = isUnobservable(entry) ? entry : showsOf(entry[kind], index);
      if (isUnobservable(entry) || shows === undefined || isAside(shows)) {
        const fault = 'the table has nothing for this example';
        tell({ ...about, ...(isAside(shows) ? { unobservable: shows.unobservable } : { fault }) });
        return [];
      }
      const unobservable = notFor(rule, kind, example, parseKubernetesVersion(judge.version));
      if (unobservable !== undefined) {
        tell({ ...about, unobservable });
        return [];
      }
      const sceneOf = (attempt: number): Scene =>
        prepare(judge, example, `${code.toLowerCase()}-${kind}-${index}-${attempt}`, index, clusterScoped);
      const run = async (attempt: number): Promise<Seen> => {
        const result = await tryExample(sceneOf(attempt), entry, kind).catch((error: unknown) => ({
          fault: error instanceof Error ? error.message : String(error),
        }));
        return { ...about, ...result };
      };
      return [{ alone: isAlone(sceneOf(1)), run }];
    }),
  );
}

function isAside(shows: object | undefined): shows is Unobservable {
  return shows !== undefined && isUnobservable(shows);
}
