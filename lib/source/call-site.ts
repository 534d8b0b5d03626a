import { isLibraryScript } from './library-script';
import { setStackHook, stackHook } from './stack-hook';

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
 * V8 collects frames in time proportional to `limit`, so callers ask for as few as will do.
 */
export function callersOf(callee: Callee, limit: number): readonly NodeJS.CallSite[] {
  const limitBefore = Error.stackTraceLimit;
  const hookBefore = stackHook();
  Error.stackTraceLimit = limit;
  setStackHook(frames);
  try {
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, callee);
    // The stack is prepared at the first read, so it has to be read while our hook is in place.
    return Array.isArray(holder.stack) ? (holder.stack as NodeJS.CallSite[]) : [];
  } finally {
    Error.stackTraceLimit = limitBefore;
    setStackHook(hookBefore);
  }
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
