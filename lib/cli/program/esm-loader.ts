import Module, { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { type EsmHookData } from './esm-hooks';
import { esmTarget, loadSource, withGeneration, type EsmReport } from './esm-resolution';
import { type ProgramCache } from './program-cache';
import { type TranspileSettings } from './transpile-settings';
import { type Tsconfig } from './tsconfig';

export interface EsmLoaderProps {
  readonly cacheFile: string | undefined;
  readonly settings: TranspileSettings;
  readonly tsconfig: Tsconfig;
  readonly program: ProgramCache;
  readonly report: (report: EsmReport) => void;
}

interface Context {
  readonly parentURL?: string;
}

/** Node's hooks in the thread of the program, from 22.15 and 23.5 on; Node 20 has none. */
interface SyncHooks {
  readonly registerHooks?: (hooks: {
    readonly resolve: (
      specifier: string,
      context: Context,
      next: (specifier: string, context: Context) => { readonly url: string },
    ) => { readonly url: string };
    readonly load: (url: string, context: Context, next: (url: string, context: Context) => object) => object;
  }) => void;
}

/**
 * Hooks Node's loader of ES modules. Returns a function that hands on the reports
 * that have come in since: with Node 20 they come from a thread.
 */
export function hookEsModules(props: EsmLoaderProps): () => void {
  const { registerHooks } = Module as unknown as SyncHooks;
  if (registerHooks === undefined) return hookInThread(props);
  const { program, tsconfig, report } = props;
  registerHooks({
    resolve: (specifier, context, next) => {
      try {
        const found = next(esmTarget(specifier, context.parentURL, tsconfig) ?? specifier, context);
        return { ...found, url: withGeneration(found.url, context.parentURL) };
      } catch (error) {
        if (context.parentURL !== undefined) {
          report({ kind: 'unresolved', specifier, from: context.parentURL });
        }
        throw error;
      }
    },
    load: (url, context, next) => {
      const loaded = loadSource(url, program, report);
      if (loaded?.source === undefined) {
        return next(url, loaded === undefined ? context : { ...context, ...{ format: 'commonjs' } });
      }
      return { ...loaded, shortCircuit: true };
    },
  });
  return () => undefined;
}

function hookInThread({ cacheFile, settings, tsconfig, report }: EsmLoaderProps): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.unref();
  const data: EsmHookData = { port: port2, cacheFile, settings, tsconfig };
  register(pathToFileURL(join(__dirname, 'esm-hooks.js')), { data, transferList: [port2] });
  return () => drain(port1, report);
}

function drain(port: MessagePort, report: (report: EsmReport) => void): void {
  for (;;) {
    const received = receiveMessageOnPort(port) as { readonly message: EsmReport } | undefined;
    if (received === undefined) return;
    report(received.message);
  }
}
