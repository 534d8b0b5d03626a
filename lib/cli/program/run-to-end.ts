import fs from 'node:fs';
import { ProgramError } from './program-error';
import { parseStack } from './stack';

export interface RunOptions {
  /** The name that messages give the program, such as `main.ts`. */
  readonly name: string;
  /** Where what the program prints goes; stdout may be reserved for YAML. */
  readonly output: 'inherit' | 'stderr';
  /** Called with each file that the program reads. */
  readonly fileRead: (path: string) => void;
}

class ExitSignal extends Error {
  public constructor(public readonly code: number) {
    super(`process.exit(${String(code)})`);
  }
}

/**
 * Runs a program in this process until it is over as it would be over in one of its
 * own: when nothing is left that it waits for (timers, requests, an async main), or
 * at process.exit(), which ends the program and not us. What it throws, also later and
 * in a promise that nobody awaits, is thrown here.
 *
 * Handles of our own must be unref'ed meanwhile, or the end is never seen.
 */
export async function runToEnd(start: () => unknown, options: RunOptions): Promise<void> {
  const undo: (() => void)[] = [];
  const exitCode = process.exitCode;
  let exit: ExitSignal | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (error: unknown): void => {
        if (exit === undefined) reject(asError(error));
        else resolve();
      };
      let evaluated = false;
      const drained = (): void => {
        if (evaluated) resolve();
        else reject(unfinished(options.name));
      };
      undo.push(
        on('uncaughtException', fail),
        on('unhandledRejection', fail),
        on('beforeExit', drained),
        replace(process, 'exit', (code?: number | string | null) => {
          // The first one counts: a program that catches ours would not have gone on.
          exit ??= new ExitSignal(Number(code ?? process.exitCode ?? 0));
          resolve();
          throw exit;
        }),
        ...watchReads(options.fileRead),
      );
      if (options.output === 'stderr') {
        undo.push(replace(process.stdout, 'write', process.stderr.write.bind(process.stderr)));
      }
      // Keeps the loop going for a turn: without one there is no second beforeExit.
      setImmediate(() => undefined);
      const result = start();
      // A CommonJS program is evaluated when start() returns, an ES module when its promise is.
      if (!(result instanceof Promise)) evaluated = true;
      else result.then(() => (evaluated = true), fail);
    });
  } catch (error) {
    if (exit === undefined) throw asError(error);
  } finally {
    for (const step of undo.reverse()) step();
  }
  const code = exit?.code ?? Number(process.exitCode ?? 0);
  process.exitCode = exitCode;
  if (code !== 0) throw exited(options.name, code, exit);
}

function on(event: string, listener: (value: unknown) => void): () => void {
  process.on(event, listener);
  return () => void process.off(event, listener);
}

function replace(target: object, key: string, value: unknown): () => void {
  const old: unknown = Reflect.get(target, key);
  Reflect.set(target, key, value);
  return () => void Reflect.set(target, key, old);
}

/** Include, Helm values and the program's own files decide the output as modules do. */
function watchReads(fileRead: (path: string) => void): (() => void)[] {
  const wrap = (target: object, key: string): (() => void) => {
    const read = Reflect.get(target, key) as (...args: unknown[]) => unknown;
    return replace(target, key, (...args: unknown[]) => {
      if (typeof args[0] === 'string') fileRead(args[0]);
      return Reflect.apply(read, target, args);
    });
  };
  return [wrap(fs, 'readFileSync'), wrap(fs, 'readFile'), wrap(fs.promises, 'readFile')];
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error(`it threw ${typeof thrown === 'string' ? thrown : JSON.stringify(thrown)}`, {
        cause: thrown,
      });
}

function unfinished(name: string): ProgramError {
  return new ProgramError({
    kind: 'unfinished',
    message: `${name} waits for a promise that nothing will settle`,
    help: ['look for a top-level await of something that never answers'],
  });
}

function exited(name: string, code: number, exit: ExitSignal | undefined): ProgramError {
  const by = exit === undefined ? 'set process.exitCode' : 'called process.exit';
  return new ProgramError({
    kind: 'exit',
    message: `${name} ${by}${exit === undefined ? ` to ${String(code)}` : `(${String(code)})`}`,
    frames: parseStack(exit?.stack ?? '').filter((frame) => frame.own),
  });
}
