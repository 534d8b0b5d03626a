import { isLibraryScript } from './library-script';

/** Where a running script was called from: a position in the code that runs, before source maps. */
export interface CallSite {
  /** What V8 calls the script: a path, or a `file:` URL. */
  readonly script: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** What one look at the stack found. */
export interface StackGlance {
  /** The innermost frame outside of every library; absent when none was among those looked at. */
  readonly site?: CallSite;
  /** Frames looked at; fewer than asked for when the stack ended. */
  readonly frames: number;
}

const NOTHING: StackGlance = { frames: 0 };

/**
 * Looks at the `limit` frames that called `callee`, and returns the first outside of libraries.
 *
 * V8 collects frames in time proportional to `limit`, so callers ask for as few as will do. When
 * `callee` is not on the stack, no frame is seen.
 */
export function glanceAtStack(callee: Callee, limit: number): StackGlance {
  const limitBefore = Error.stackTraceLimit;
  const hookBefore = stackHook();
  Error.stackTraceLimit = limit;
  setStackHook(firstUserFrame);
  try {
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, callee);
    // The stack is prepared at the first read, so it has to be read while our hook is in place.
    const seen = holder.stack;
    return isGlance(seen) ? seen : NOTHING;
  } finally {
    Error.stackTraceLimit = limitBefore;
    setStackHook(hookBefore);
  }
}

/** A function or a class, by which V8 finds the frame to start from. */
export type Callee = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);

/** How a process, a loader or a test runner writes stack traces; see V8's stack trace API. */
export type StackHook = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/** The hook that is in place, if there is one. */
export function stackHook(): StackHook | undefined {
  return hookHolder.prepareStackTrace;
}

/** `undefined` is how it is in a process without hooks, and V8 takes it for none. */
function setStackHook(hook: StackHook | undefined): void {
  hookHolder.prepareStackTrace = hook;
}

const hookHolder: { prepareStackTrace?: StackHook | undefined } = Error;

function firstUserFrame(_error: Error, frames: readonly NodeJS.CallSite[]): StackGlance {
  for (const frame of frames) {
    const script = frame.getFileName() ?? undefined;
    if (script === undefined || isLibraryScript(script)) continue;
    const line = frame.getLineNumber();
    const column = frame.getColumnNumber();
    if (line === null || column === null) continue;
    return { site: { script, line, column }, frames: frames.length };
  }
  return { frames: frames.length };
}

function isGlance(seen: unknown): seen is StackGlance {
  return typeof seen === 'object' && seen !== null && 'frames' in seen;
}
