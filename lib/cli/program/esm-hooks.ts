import { type MessagePort } from 'node:worker_threads';
import { esmTarget, loadSource, withGeneration, type EsmReport } from './esm-resolution';
import { ProgramCache } from './program-cache';
import { ProgramError } from './program-error';
import { transpile } from './transpile';
import { type TranspileSettings } from './transpile-settings';
import { type Tsconfig } from './tsconfig';

/** What the thread of the hooks gets. */
export interface EsmHookData {
  readonly port: MessagePort;
  readonly cacheFile: string | undefined;
  readonly settings: TranspileSettings;
  readonly tsconfig: Tsconfig;
}

interface Context {
  readonly parentURL?: string;
}

type Next<T> = (specifier: string, context: Context) => Promise<T>;

let program: ProgramCache | undefined;
let data: EsmHookData | undefined;

/*
 * The hooks that Node 20 runs in a thread of their own (module.register). A cache of
 * theirs is read and never written: the program's thread writes it.
 */

/** Called by Node before the first import. */
export function initialize(given: EsmHookData): void {
  data = given;
  program = new ProgramCache(given.cacheFile, JSON.stringify(given.settings), (source, file, format) =>
    transpile(source, file, format, given.settings),
  );
}

/** Called by Node for every import. */
export async function resolve(
  specifier: string,
  context: Context,
  next: Next<{ readonly url: string }>,
): Promise<{ readonly url: string }> {
  const { tsconfig } = required(data);
  try {
    const target = esmTarget(specifier, context.parentURL, tsconfig);
    const found = await next(target ?? specifier, context);
    return { ...found, url: withGeneration(found.url, context.parentURL) };
  } catch (error) {
    const from = context.parentURL;
    if (from !== undefined) send({ kind: 'unresolved', specifier, from });
    throw error;
  }
}

/** Called by Node for every module that it has not loaded yet. */
export async function load(url: string, context: Context, next: Next<object>): Promise<object> {
  try {
    const loaded = loadSource(url, required(program), send);
    if (loaded === undefined) return await next(url, context);
    return { ...loaded, shortCircuit: true };
  } catch (error) {
    // Only data crosses the thread's border; an error of a class of ours would not.
    if (error instanceof ProgramError) send({ kind: 'failed', props: error.toProps() });
    throw error;
  }
}

function send(report: EsmReport): void {
  required(data).port.postMessage(report);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the hooks were not initialized');
  return value;
}
