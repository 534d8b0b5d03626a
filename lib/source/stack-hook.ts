import { fileURLToPath } from 'node:url';

/** How a process, a loader or a test runner writes stack traces; see V8's stack trace API. */
export type StackHook = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/** A realm's `Error`, as far as hooks go. */
interface HookHolder {
  prepareStackTrace?: StackHook | undefined;
}

const ownError: HookHolder = Error;

/** The hook of this realm, if there is one. */
export function stackHook(): StackHook | undefined {
  return ownError.prepareStackTrace;
}

/** Puts a hook in place; `undefined` is how it is in a process without hooks. */
export function setStackHook(hook: StackHook | undefined): void {
  ownError.prepareStackTrace = hook;
}

/**
 * The hook that Node would write a stack trace of this realm with: its own, or that of the main realm
 * (Node, lib/internal/errors.js, `prepareStackTraceCallback`). Jest runs tests in a realm of their own
 * and puts its hook into the main one.
 */
export function effectiveStackHook(): StackHook | undefined {
  return stackHook() ?? mainRealmError()?.prepareStackTrace;
}

/** Node's own errors are made of the main realm's classes, whichever realm provokes them. */
function mainRealmError(): HookHolder | undefined {
  try {
    fileURLToPath('not-a-file:');
  } catch (error) {
    for (let proto: unknown = error; proto !== null; proto = Object.getPrototypeOf(proto) as unknown) {
      const { constructor } = proto as { constructor: { name: string } };
      if (constructor.name === 'Error' && Object.hasOwn(proto as object, 'constructor')) {
        return constructor as HookHolder;
      }
    }
  }
  return undefined;
}
