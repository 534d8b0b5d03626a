import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took, with all the processes that it started. */
export interface Timing {
  readonly wallSeconds: number;
  /** User and system time. */
  readonly cpuSeconds: number;
  /** Of the largest process, in MiB. */
  readonly peakMemory: number;
  readonly output: string;
}

/**
 * Runs a command and every Node process below it, each of which notes its own figures as it ends.
 *
 * @returns `undefined` if it did not end in time
 * @throws Error if it fails
 */
export function timeProcess(
  command: readonly [string, ...string[]],
  cwd: string,
  limitSeconds: number,
): Timing | undefined {
  const figures = mkdtempSync(join(tmpdir(), 'kubewright-figures-'));
  try {
    const [file, ...args] = command;
    const started = performance.now();
    const { status, error, stdout, stderr } = spawnSync(file, args, {
      cwd,
      encoding: 'utf8',
      timeout: limitSeconds * 1000,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${join(__dirname, 'note-usage.js')}`,
        BENCH_FIGURES: figures,
      },
    });
    const wallSeconds = (performance.now() - started) / 1000;
    if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
    if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`);
    const noted = readdirSync(figures).map((name) => {
      const [cpu = 0, memory = 0] = readFileSync(join(figures, name), 'utf8').split(' ').map(Number);
      return { cpu, memory };
    });
    return {
      wallSeconds,
      cpuSeconds: noted.reduce((sum, { cpu }) => sum + cpu, 0),
      peakMemory: Math.max(...noted.map(({ memory }) => memory)),
      output: stdout,
    };
  } finally {
    rmSync(figures, { recursive: true, force: true });
  }
}
