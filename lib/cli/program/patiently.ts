import type * as v8 from 'node:v8';

/** The engine of Node 20, whose measure it is; others take another one, and have a compiler between the two. */
const ENGINE = '11.3.';
/** How many bytes of bytecode a function runs before V8 thinks of optimizing it (`--interrupt-budget`). */
const BUDGET = { usual: 67_584, patient: 400_000 };

/** A program of 40,000 objects has made them by then. */
const BEGINNING_SECONDS = 3;

let isPatient = false;

/**
 * Does work that is wide and short: hundreds of functions, each for some thousand objects, once. V8 optimizes most of
 * them just before they are done, takes back half of what it assumed, and keeps the other core busy: told to wait, it
 * takes a sixth less time and a third less of the processor for 4,000 objects. What comes later in a process, such as
 * the next save that `watch` sees, is done as usual: it runs for the second time at least.
 */
export function patiently<T>(work: () => T): T {
  return process.uptime() > BEGINNING_SECONDS ? work() : withPatience(true, work);
}

/** Compiles with or for a code cache, which is good only under the settings that it was made under. */
export function asUsual<T>(work: () => T): T {
  return withPatience(false, work);
}

function withPatience<T>(wanted: boolean, work: () => T): T {
  if (wanted === isPatient || !process.versions.v8.startsWith(ENGINE)) return work();
  const before = isPatient;
  set(wanted);
  try {
    return work();
  } finally {
    set(before);
  }
}

function set(patient: boolean): void {
  const { setFlagsFromString } = module.require('node:v8') as typeof v8;
  setFlagsFromString(`--interrupt-budget=${String(patient ? BUDGET.patient : BUDGET.usual)}`);
  isPatient = patient;
}
