import { type Io } from './io';

/** Work that is done before this is not worth a line that comes and goes. */
const QUIET_MS = 1000;

/**
 * One line on stderr that says what is being done, on a terminal only and only when
 * the whole takes longer than a second. Whoever prints clears it first.
 */
export class Progress {
  private readonly enabled: boolean;
  private readonly start: number;
  private text = '';
  private shown = false;
  private timer: NodeJS.Timeout | undefined;

  public constructor(
    private readonly io: Pick<Io, 'stderr' | 'env'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.enabled = io.stderr.isTTY === true && io.env.CI === undefined;
    this.start = now();
  }

  /** Says what begins now, such as `Loading main.ts`. */
  public step(text: string): void {
    if (!this.enabled) return;
    this.text = text;
    const left = QUIET_MS - (this.now() - this.start);
    if (left <= 0) this.show();
    else {
      // Work that waits lets the timer run; work that does not is seen at its next step.
      this.timer ??= setTimeout(() => this.show(), left).unref();
    }
  }

  /** Takes the line away. */
  public clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.text = '';
    if (this.shown) this.io.stderr.write('\r\u001b[K');
    this.shown = false;
  }

  private show(): void {
    if (this.text === '') return;
    this.shown = true;
    const width = (this.io.stderr.columns ?? 80) - 1;
    this.io.stderr.write(`\r\u001b[K${`${this.text} ...`.slice(0, width)}`);
  }
}
