import { isLibraryScript } from './library-script';
import { setStackHook, type StackHook, stackHook } from './stack-hook';

/** Where a running script was called from: a position in the code that runs, before source maps. */
export interface CallSite {
  /** What V8 calls the script: a path, or a `file:` URL. */
  readonly script: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** A function or a class, by which V8 finds the frame to start from. */
export type Callee = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);

/**
 * The `limit` frames that called `callee`, innermost first. None when `callee` is not on the stack.
 *
 * V8 collects frames in time proportional to `limit` and to the frames that it passes on the way to `callee`, so
 * callers ask for as few as will do.
 */
export function callersOf(callee: Callee, limit: number): readonly NodeJS.CallSite[] {
  const probe = openProbe(limit);
  try {
    Error.captureStackTrace(probe, callee);
    return framesOf(probe);
  } finally {
    closeProbe();
  }
}

/** An object that takes a stack trace. */
export interface StackProbe {
  stack?: unknown;
}

let limitBefore: number;
let hookBefore: StackHook | undefined;

/**
 * Has traces taken as frames, `limit` of them, until {@link closeProbe}. This and the two below are {@link callersOf}
 * in parts, for the one place that cannot afford further frames of ours on the stack. Probes do not nest.
 */
export function openProbe(limit: number): StackProbe {
  limitBefore = Error.stackTraceLimit;
  hookBefore = stackHook();
  Error.stackTraceLimit = limit;
  setStackHook(frames);
  return {};
}

/** What a probe took. The stack is prepared at the first read, so it has to be read while the probe is open. */
export function framesOf({ stack }: StackProbe): readonly NodeJS.CallSite[] {
  return Array.isArray(stack) ? (stack as NodeJS.CallSite[]) : [];
}

/** Has traces taken as before. */
export function closeProbe(): void {
  Error.stackTraceLimit = limitBefore;
  setStackHook(hookBefore);
}

const frames = (_error: Error, all: NodeJS.CallSite[]): NodeJS.CallSite[] => all;

/** The site of a frame in the user's code; `undefined` for one in a library. */
export function userSite(frame: NodeJS.CallSite): CallSite | undefined {
  // The types of Node promise less than V8 keeps: code without a file has none here.
  const script = frame.getFileName() ?? undefined;
  if (script === undefined || isLibraryScript(script)) return undefined;
  const line = frame.getLineNumber();
  const column = frame.getColumnNumber();
  return line === null || column === null ? undefined : { script, line, column };
}

/** The innermost site of the user's among the `limit` frames that called `callee`. */
export function userSiteOfCall(callee: Callee, limit: number): CallSite | undefined {
  for (const frame of callersOf(callee, limit)) {
    const site = userSite(frame);
    if (site !== undefined) return site;
  }
  return undefined;
}
