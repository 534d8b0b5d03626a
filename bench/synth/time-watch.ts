import { spawn } from 'node:child_process';
import { type BenchProject } from './bench-project';
import { serviceFile } from './app-sources';

/** One save, in milliseconds. */
export interface SaveTiming {
  /** From the save until the command prints that it has written, seen from outside. */
  readonly toWritten: number;
  /** What the command says that it took from the event on. */
  readonly printed: number;
}

/** Saves one file of many, again and again, while `kubewright watch` runs. */
export async function timeWatch(project: BenchProject, saves: number): Promise<readonly SaveTiming[]> {
  const child = spawn(project.command('kubewright'), ['watch'], {
    cwd: project.dir,
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let notify = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    notify();
  });
  /** Waits for the end of a report, and gives the milliseconds in it. */
  const report = async (end: RegExp): Promise<number> => {
    for (;;) {
      const found = end.exec(output);
      if (found !== null) {
        output = '';
        return Number(found[1]);
      }
      await new Promise<void>((resolve) => (notify = resolve));
    }
  };
  try {
    await report(/in (\d+) ms; waiting/);
    const timings: SaveTiming[] = [];
    for (let i = 0; i < saves; i++) {
      // A person takes longer between two saves; the garbage of the last one is cleared meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const saved = performance.now();
      project.write('services/service-7.ts', serviceFile(7, `saved ${i}`));
      const printed = await report(/\((\d+) ms\)/);
      timings.push({ toWritten: performance.now() - saved, printed });
    }
    return timings;
  } finally {
    child.kill('SIGINT');
  }
}
