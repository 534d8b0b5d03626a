/** Shows on a judge that the examples of rules have the consequences that the rules claim. */
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { type Judge, startJudge } from '../judge';
import { type Release } from '../versions';
import { isUnobservable, type Unobservable } from './consequence';
import { writeDocs } from './docs';
import { type Scene } from './scene';
import { clusterScopedKinds, isAlone, prepare } from './stage';
import { serveMetrics } from './steps';
import { GROUPS, TABLE } from './table';
import { type Seen, showsOf, tryExample } from './try-example';

/** What the command line asks for. */
export interface ConsequencesOptions {
  /** Codes of rules; all when empty. */
  readonly codes: readonly string[];
  /** Write docs/consequences.md. */
  readonly record: boolean;
}

/** How many examples are under way at once: mostly they wait. */
const AT_ONCE = 6;

/** Tries all examples on the judge of a release, tells of each as it goes, and resolves to the number of faults. */
export async function tryConsequences(of: Release, { codes, record }: ConsequencesOptions): Promise<number> {
  const rules = RULES.filter(
    ({ code, group }) => GROUPS.includes(group) && (codes.length === 0 || codes.includes(code)),
  );
  const judge = await startJudge({ version: of.version, controllers: true, nodes: 3 });
  try {
    await serveMetrics(judge);
    const seen = await tryRules(judge, rules);
    const faults = seen.filter(({ fault }) => fault !== undefined);
    if (record && faults.length === 0) await writeDocs(of, rules, seen);
    return faults.length;
  } finally {
    await judge.stop();
  }
}

interface Task {
  readonly alone: boolean;
  run(): Promise<void>;
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
  const next = async (): Promise<void> => {
    for (let task = crowd.shift(); task !== undefined; task = crowd.shift()) await task.run();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  // What all namespaces share would have consequences for other examples: one after another.
  for (const task of tasks) if (task.alone) await task.run();
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
      const name = `${code.toLowerCase()}-${kind}-${index}`;
      const scene: Scene = prepare(judge, example, name, index, clusterScoped);
      const run = async (): Promise<void> => {
        const result = await tryExample(scene, entry, kind).catch((error: unknown) => ({
          fault: error instanceof Error ? error.message : String(error),
        }));
        tell({ ...about, ...result });
      };
      return [{ alone: isAlone(scene), run }];
    }),
  );
}

function isAside(shows: object | undefined): shows is Unobservable {
  return shows !== undefined && isUnobservable(shows);
}
