import { spawn } from 'node:child_process';
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
 * @param limitSeconds - when all of them are ended; none by default
 * @returns `undefined` if it was ended so
 * @throws Error if it fails
 */
export async function timeProcess(
  [file, ...args]: readonly [string, ...string[]],
  cwd: string,
  limitSeconds?: number,
): Promise<Timing | undefined> {
  const figures = mkdtempSync(join(tmpdir(), 'kubewright-figures-'));
  try {
    const started = performance.now();
    const child = spawn(file, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be ended as a whole.
      detached: true,
      env: {
        ...process.env,
        // Node reads it at each start, which takes as long as all else that it does then, of either command.
        NODE_EXTRA_CA_CERTS: undefined,
        NODE_OPTIONS: `--require ${join(__dirname, 'note-usage.js')}`,
        BENCH_FIGURES: figures,
      },
    });
    let [output, outOfTime] = ['', false];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const end = (): void => {
      outOfTime = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = limitSeconds === undefined ? undefined : setTimeout(end, limitSeconds * 1000);
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    clearTimeout(timer);
    if (outOfTime) return undefined;
    const wallSeconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`${file} failed:\n${output}`);
    const noted = readdirSync(figures).map((name) => {
      const [cpu = 0, memory = 0] = readFileSync(join(figures, name), 'utf8').split(' ').map(Number);
      return { cpu, memory };
    });
    return {
      wallSeconds,
      cpuSeconds: noted.reduce((sum, { cpu }) => sum + cpu, 0),
      peakMemory: Math.max(...noted.map(({ memory }) => memory)),
      output,
    };
  } finally {
    rmSync(figures, { recursive: true, force: true });
  }
}
