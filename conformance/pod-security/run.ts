/**
 * Holds lib/check/pod-security against k8s.io/pod-security-admission: its fixtures, which stand in the Go module cache
 * and are not copied, and pods from a seed, of which upstream's evaluator (./main.go) is asked; then, where versions
 * are named, against servers.
 */
import { join } from 'node:path';
import { startJudge } from '../judge';
import { type Release } from '../versions';
import { MODULE, withEvaluator } from './evaluator';
import { readFixtures } from './fixtures';
import { type TrialResult } from './result';
import { tryFixtures } from './try-fixtures';
import { type PodsOptions, tryPods } from './try-pods';
import { tryServer } from './try-server';

/** Runs all of it, printing as it goes; resolves to the number of verdicts that are not upstream's. */
export async function tryPodSecurity(servers: readonly Release[], options: PodsOptions): Promise<number> {
  let faults = 0;
  const show = (result: TrialResult): void => {
    faults += result.faults.length;
    for (const line of result.lines) console.log(line);
    for (const fault of result.faults.slice(0, 20)) console.log(`fault: ${fault}`);
  };
  const fixtures = await withEvaluator((evaluator) => {
    console.log(`${MODULE} ${evaluator.version}`);
    const all = readFixtures(join(evaluator.folder, 'test/testdata'));
    show(tryFixtures(evaluator, all));
    show(tryPods(evaluator, options));
    return all;
  });
  for (const { version } of servers) {
    const judge = await startJudge({ version });
    show(await tryServer(judge, fixtures));
    await judge.stop();
  }
  return faults;
}
