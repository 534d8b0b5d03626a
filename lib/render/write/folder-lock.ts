import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RenderError } from '../render-error';
import { orUndefined, readIfAny } from './read-if-any';
import { TEMP_PREFIX } from './staging';

/** The lock's name; like the record's, none that a reader of manifests opens. */
export const LOCK_NAME = '.kubewright-lock';

/** A lock of a run that cannot be asked whether it lives (another machine) counts as left behind after this. */
const STALE_AFTER_MS = 60_000;
const REFRESH_AFTER_MS = 10_000;
const POLL_MS = 25;

interface Holder {
  readonly token: string;
  readonly pid: number;
  /** Tells this process from a later one of the same id, where the system says so. */
  readonly started: string;
  /** Where `pid` means something: machine, boot and process namespace. */
  readonly host: string;
}

/**
 * Keeps a second run out of an output folder while one writes. It is a file in that folder, made with a hard
 * link, which is atomic on network file systems too. A run that was killed leaves it behind: the next one
 * sees that the process is gone, or, where it cannot see that process (another machine or container), that
 * the lock has not been touched for a minute. Times are the file system's own, so clocks need not agree.
 */
export class FolderLock {
  private touched = performance.now();

  private constructor(
    private readonly file: string,
    private readonly content: string,
  ) {}

  /**
   * @param root the output folder, which exists
   * @param timeoutMs how long to wait for another run
   * @throws {@link RenderError} when the other run still holds it then
   */
  static acquire(root: string, timeoutMs: number): FolderLock {
    const holder: Holder = {
      token: randomUUID(),
      pid: process.pid,
      started: startOf(process.pid),
      host: hostId(),
    };
    const content = `${JSON.stringify(holder)}\n`;
    const lock = new FolderLock(path.join(root, LOCK_NAME), content);
    const claim = path.join(root, `${TEMP_PREFIX}${holder.token}.lock`);
    const deadline = performance.now() + timeoutMs;
    try {
      for (;;) {
        // Another run may clear away what looks left behind: the claim is written anew each time.
        fs.writeFileSync(claim, content);
        if (lock.take(claim)) return lock;
        const seen = readIfAny(lock.file)?.toString('utf8');
        if (seen === undefined) continue;
        if (isLeftBehind(seen, lock.file, claim) && lock.breakOpen(seen, root)) continue;
        if (performance.now() >= deadline) throw stillHeld(seen, root, timeoutMs);
        sleep(POLL_MS);
      }
    } finally {
      fs.rmSync(claim, { force: true });
    }
  }

  /** Shows others that the run lives. @throws Error when the lock was lost */
  refresh(): void {
    if (performance.now() - this.touched < REFRESH_AFTER_MS) return;
    this.assertHeld();
    fs.writeFileSync(this.file, this.content);
    this.touched = performance.now();
  }

  /** @throws {@link RenderError} when another run took the lock for left behind */
  assertHeld(): void {
    if (readIfAny(this.file)?.toString('utf8') === this.content) return;
    throw new RenderError([
      {
        title: `the lock \`${this.file}\` was taken by another run`,
        objects: [],
        files: [LOCK_NAME],
        help: 'render again; if it goes on, look for what removes or replaces the lock',
      },
    ]);
  }

  release(): void {
    if (readIfAny(this.file)?.toString('utf8') === this.content) fs.rmSync(this.file, { force: true });
  }

  private take(claim: string): boolean {
    try {
      fs.linkSync(claim, this.file);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' || code === 'ENOENT') return false;
      return this.takeWithoutLink();
    }
  }

  /** For file systems without hard links (FAT, some network shares). */
  private takeWithoutLink(): boolean {
    try {
      fs.writeFileSync(this.file, this.content, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  /**
   * Removes a lock that was left behind. Several runs may come to that at once, and a slow one must not
   * remove what a faster one has locked since. So whoever removes it first makes a mark for that one lock,
   * and then looks whether it still stands: a process that is gone releases nothing, and only the owner of
   * the mark removes.
   *
   * @returns whether to try again at once
   */
  private breakOpen(seen: string, root: string): boolean {
    const mark = path.join(root, `${TEMP_PREFIX}break-${createHash('sha256').update(seen).digest('hex')}`);
    try {
      fs.writeFileSync(mark, this.content, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = parseHolder(readIfAny(mark)?.toString('utf8') ?? '');
      if (owner?.host !== hostId() || isAlive(owner)) return false;
      // Killed in these few lines.
      fs.rmSync(mark, { force: true });
      return true;
    }
    try {
      if (readIfAny(this.file)?.toString('utf8') === seen) fs.rmSync(this.file, { force: true });
    } finally {
      fs.rmSync(mark, { force: true });
    }
    return true;
  }
}

function isLeftBehind(seen: string, file: string, claim: string): boolean {
  const holder = parseHolder(seen);
  if (holder?.host === hostId()) return !isAlive(holder);
  const [made, now] = [orUndefined(() => fs.statSync(file)), orUndefined(() => fs.statSync(claim))];
  return made !== undefined && now !== undefined && now.mtimeMs - made.mtimeMs > STALE_AFTER_MS;
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // Half a lock, of a file system without links: judged by its age.
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(holder.pid) === holder.started;
}

/** When a process started, in ticks since boot (Linux, proc_pid_stat(5), field 22); `''` elsewhere. */
function startOf(pid: number): string {
  const stat = orUndefined(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  // The second field is the program's name, which may hold blanks and parentheses.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function hostId(): string {
  const boot = orUndefined(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
  const namespace = orUndefined(() => fs.readlinkSync('/proc/self/ns/pid')) ?? '';
  return [os.hostname(), boot, namespace].join(' ');
}

function stillHeld(seen: string, root: string, timeoutMs: number): RenderError {
  const holder = parseHolder(seen);
  const who = holder ? `process ${holder.pid} on ${holder.host.split(' ')[0] ?? ''}` : 'another run';
  return new RenderError([
    {
      title: `${who} is writing to \`${root}\`, and still was after ${timeoutMs / 1000} s`,
      objects: [],
      files: [LOCK_NAME],
      help: `wait for it to end; if nothing is running, delete \`${path.join(root, LOCK_NAME)}\``,
    },
  ]);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
