import { type ChildProcess, spawn } from 'node:child_process';
import { type Project } from './project';

/** Longer than any loaded machine takes; nothing waits for it unless it fails. */
const PATIENCE_MS = 20_000;

/** `kubewright watch` in a process of its own. */
export class Watched {
  #output = '';
  readonly #child: ChildProcess;
  /** How it ended, as soon as it has. */
  public readonly ended: Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;

  public constructor(project: Project, ...args: readonly string[]) {
    this.#child = spawn(process.execPath, [project.main, 'watch', ...args], {
      cwd: project.dir,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => this.#child.once('close', (...how) => resolve(how)));
  }

  /** What it printed since the last call, as soon as that contains a text. */
  public async until(text: string): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    while (!this.#output.includes(text)) {
      if (Date.now() > end || this.#child.exitCode !== null) {
        throw new Error(`no ${JSON.stringify(text)} in:\n${this.#output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const printed = this.#output;
    this.#output = '';
    return printed;
  }

  /** What it printed since the last call. */
  public get output(): string {
    return this.#output;
  }

  public signal(
    signal: NodeJS.Signals,
  ): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** Goes away, as a reader of a pipe may. */
  public closeOutput(): Promise<void> {
    const { stdout } = this.#child;
    return new Promise((resolve) => {
      stdout?.once('close', resolve);
      stdout?.destroy();
    });
  }

  public async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.signal('SIGKILL');
  }
}
