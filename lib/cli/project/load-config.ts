import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type * as checking from '../../check/check';
import { type KubewrightConfig } from '../../check/config';
import { ObjectSet } from '../../model/object-set';
import { ProgramError } from '../program/program-error';
import { type ProgramLoader } from '../program/program-loader';
import { configProblem } from './config-problem';
import type * as nodesFile from './read-nodes';

/** What the file of settings may be called, the first that is there. */
export const CONFIG_NAMES: readonly string[] = [
  'kubewright.config.ts',
  'kubewright.config.mts',
  'kubewright.config.js',
  'kubewright.config.mjs',
];

/**
 * The project's settings: the default export of kubewright.config.ts; none if there is no such file.
 * @throws ProgramError if it cannot be loaded, or exports no object
 */
export async function loadConfig(projectDir: string, loader: ProgramLoader): Promise<KubewrightConfig> {
  const file = CONFIG_NAMES.map((name) => join(projectDir, name)).find((path) => existsSync(path));
  if (file === undefined) return {};
  const exported = defaultOf(await loader.loadModule(file));
  if (typeof exported === 'object' && exported !== null && !(exported instanceof Promise)) {
    return validated(withNodes(shaped(exported, file), file, loader), file);
  }
  throw new ProgramError({
    kind: 'config',
    message: 'kubewright.config exports no settings by default',
    file,
    help: ["write: export default defineConfig({ ... }), with defineConfig from 'kubewright/check'"],
  });
}

function shaped(config: KubewrightConfig, file: string): KubewrightConfig {
  const problem = configProblem(config);
  if (problem === undefined) return config;
  throw new ProgramError({ kind: 'config', message: `kubewright.config is refused: ${problem}`, file });
}

/** The same, with the Nodes of the file that `external.nodes` names. */
function withNodes(config: KubewrightConfig, file: string, loader: ProgramLoader): KubewrightConfig {
  const nodes = config.external?.nodes;
  if (typeof nodes !== 'string') return config;
  const path = resolve(dirname(file), nodes);
  loader.noteRead(path);
  const { readNodes } = module.require('./read-nodes') as typeof nodesFile;
  return { ...config, external: { ...config.external, nodes: readNodes(path, nodes, file) } };
}

/** Codes, patterns and versions are looked at when settings are used: so they are, on no object at all. */
function validated(config: KubewrightConfig, file: string): KubewrightConfig {
  // All the rules come with it, which most commands do without as long as there are no settings.
  const { check } = module.require('../../check/check') as typeof checking;
  try {
    check(new ObjectSet([]), config);
    return config;
  } catch (cause) {
    throw new ProgramError({
      kind: 'config',
      message: `kubewright.config is refused: ${cause instanceof Error ? cause.message : String(cause)}`,
      file,
      cause,
    });
  }
}

/** An ES module that was compiled to CommonJS, or loaded as it is, may hold its default one level down. */
function defaultOf(module: unknown): unknown {
  const first = (module as { readonly default?: unknown } | null)?.default;
  const second = (first as { readonly default?: unknown } | null | undefined)?.default;
  return second ?? first;
}
