/** What LimitRanges refuse, and what quotas count and refuse, by a judge and by the check. */
import { startJudge } from '../judge';
import { type Outcome, tryLimitRanges } from './limit-ranges';
import { tryQuotas } from './quotas';

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
  const judge = await startJudge({ version, controllers: true });
  try {
    const limits = await tryLimitRanges(judge, from, count);
    const quotas = await tryQuotas(judge, from, Math.ceil(count / 25));
    return [
      { name: 'LimitRanges', ...limits },
      { name: 'quotas', ...quotas },
    ];
  } finally {
    await judge.stop();
  }
}
