import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKED_LEVELS, POLICY_MINORS } from '../../test/check/pod-security/policy-verdicts';
import { go } from '../go';

const GO = '1.26.5';

/** The newest release that the judges are of. */
export const MODULE = 'k8s.io/pod-security-admission';

/** Upstream's evaluator of Pod Security, built from ./main.go. */
export interface Evaluator {
  /** The version of its module. */
  readonly version: string;
  /** Where its module stands. */
  readonly folder: string;
  /** What it says of each pod by `baseline:v1.35` and the like, at every level and version; empty where it takes it. */
  readonly ask: (pods: readonly unknown[]) => readonly Readonly<Record<string, string>>[];
}

/** Builds it in a folder that is gone after `use`. */
export async function withEvaluator<T>(use: (evaluator: Evaluator) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kubewright-pod-security-'));
  try {
    const program = join(folder, 'pod-security');
    await go(GO, ['build', '-o', program, '.'], __dirname);
    const [place = '', version = ''] = (
      await go(GO, ['list', '-m', '-f', '{{.Dir}}\n{{.Version}}', MODULE], __dirname)
    ).split('\n');
    return use({ version, folder: place, ask: (pods) => ask(program, pods) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const POLICIES = CHECKED_LEVELS.flatMap((level) => POLICY_MINORS.map((minor) => `${level}:v1.${minor}`));

function ask(program: string, pods: readonly unknown[]): ReturnType<Evaluator['ask']> {
  const input = pods.map((pod) => `${JSON.stringify(pod)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(program, POLICIES, { input, maxBuffer: 2 ** 31 });
  if (status !== 0) throw new Error(`pod-security failed: ${stderr.toString()}`);
  return stdout
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
}
