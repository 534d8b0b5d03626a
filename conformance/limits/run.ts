/** What LimitRanges refuse, and what quotas count and refuse, by a judge and by the check. */
import { type Judge, startJudge } from '../judge';
import { type Outcome, tryLimitRanges } from './limit-ranges';
import { tryQuotas } from './quotas';
import { tryRollouts } from './rollouts';

/** A run by its name. */
export interface NamedOutcome extends Outcome {
  readonly name: string;
}

/** Holds the check against a judge of a version: `count` objects of the seeds from `from` on, and a quota for 25. */
export async function tryLimits(
  version: string,
  from: number,
  count: number,
): Promise<readonly NamedOutcome[]> {
  const none = { sent: 0, refused: 0, invalid: 0 };
  return [
    // No nodes: no pod of a higher priority takes the place of another, so that all of them count.
    ...(await onJudge(version, 0, async (judge) => [
      { name: 'LimitRanges', ...(await tryLimitRanges(judge, from, count)) },
      { name: 'quotas', ...(await tryQuotas(judge, from, Math.ceil(count / 25))) },
    ])),
    ...(await onJudge(version, 3, async (judge) => [
      { name: 'rollouts', ...none, faults: await tryRollouts(judge) },
    ])),
  ];
}

async function onJudge<T>(version: string, nodes: number, ask: (judge: Judge) => Promise<T>): Promise<T> {
  const judge = await startJudge({ version, controllers: true, nodes });
  try {
    return await ask(judge);
  } finally {
    await judge.stop();
  }
}
