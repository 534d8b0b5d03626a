import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluatePod } from '../../lib/check/pod-security/evaluate-pod';
import { refusalsInWords } from '../../lib/check/pod-security/refusal-in-words';
import {
  CHECKED_LEVELS,
  packPolicyRecord,
  POLICY_MINORS,
  type PodVerdicts,
} from '../../test/check/pod-security/policy-verdicts';
import { randomPods } from '../../test/check/pod-security/random-pod';
import { type Evaluator } from './evaluator';
import { type TrialResult } from './result';

const TARGET = '1.36';
const RECORD = join(__dirname, '../../test/check/pod-security/fixtures/upstream-verdicts.txt');

export interface PodsOptions {
  readonly seed: number;
  readonly pods: number;
  /** Whether what upstream says becomes the record of the unit tests. */
  readonly record: boolean;
}

/** Holds us against what upstream's evaluator says of the pods that a seed makes, at every level and version. */
export function tryPods(evaluator: Evaluator, { seed, pods: count, record }: PodsOptions): TrialResult {
  const pods = randomPods(seed, count);
  const verdicts: readonly PodVerdicts[] = evaluator
    .ask(pods)
    .map((answer) =>
      CHECKED_LEVELS.map((level) => POLICY_MINORS.map((minor) => answer[`${level}:v1.${minor}`] ?? '')),
    );
  const faults: string[] = [];
  let [asked, refused] = [0, 0];
  for (const [index, pod] of pods.entries()) {
    for (const [place, level] of CHECKED_LEVELS.entries()) {
      for (const minor of POLICY_MINORS) {
        const theirs = verdicts[index]?.[place]?.[minor] ?? '';
        const ours = refusalsInWords(evaluatePod(level, minor, TARGET, pod));
        asked += 1;
        if (theirs !== '') refused += 1;
        if (ours === theirs) continue;
        faults.push(
          `pod ${index} of seed ${seed}, ${level}:v1.${minor}: ours "${ours}", upstream's "${theirs}": ${JSON.stringify(pod)}`,
        );
      }
    }
  }
  if (record) writeFileSync(RECORD, packPolicyRecord({ upstream: evaluator.version, seed, verdicts }));
  return {
    lines: [
      `${pods.length} pods of seed ${seed}: ${asked} verdicts, ${refused} of them refusals, ${faults.length} differ`,
    ],
    faults,
  };
}
