/** What LimitRanges refuse, and what quotas count, by a judge and by the check. */
import { startJudge } from '../judge';
import { type Outcome, tryLimitRanges } from './limit-ranges';

/** Holds the check against a judge of a version, over objects of the seeds from `from` on. */
export async function tryLimits(version: string, from: number, count: number): Promise<Outcome> {
  const judge = await startJudge({ version });
  try {
    return await tryLimitRanges(judge, from, count);
  } finally {
    await judge.stop();
  }
}
