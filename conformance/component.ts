import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';

/**
 * A component of the control plane as a child process whose output goes to `<folder>/<name>.log`.
 *
 * It cannot outlive this process: it reads its standard input, and ends with it (judge/main.go, exitWithParent).
 * Nor does it keep this process alive.
 */
export class Component {
  private readonly child: ChildProcess;
  private readonly log: string;

  constructor(
    readonly name: string,
    binary: string,
    flags: readonly string[],
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.log = join(folder, `${name}.log`);
    const out = openSync(this.log, 'a');
    this.child = spawn(binary, [name, ...flags], {
      cwd: folder,
      env: { ...process.env, ...env, KUBEWRIGHT_TETHER: '1' },
      stdio: ['pipe', out, out],
    });
    closeSync(out);
    // A failed start shows as `exited`; without a listener it would be thrown.
    this.child.on('error', () => undefined);
    this.child.unref();
    (this.child.stdin as Socket | null)?.unref();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** How it ended; undefined while it runs. */
  get exited(): string | undefined {
    if (this.child.pid === undefined) return 'could not be started';
    if (this.child.exitCode !== null) return `exit code ${this.child.exitCode}`;
    return this.child.signalCode === null ? undefined : `signal ${this.child.signalCode}`;
  }

  /** The last lines that it logged. */
  tail(lines = 30): string {
    return readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Sends the end and does not wait. Nothing of a judge is worth a graceful one, which takes an API server seconds. */
  signal(): void {
    this.child.kill('SIGKILL');
  }

  async kill(): Promise<void> {
    if (this.exited !== undefined) return;
    this.child.ref();
    const gone = once(this.child, 'exit');
    this.signal();
    await gone;
  }
}
