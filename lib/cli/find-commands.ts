import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Command } from './command';
import { suggest } from '../diagnostics/suggest';
import { UsageError } from './usage-error';

/** The names of the commands: of the files in a folder, sorted. */
export function commandNames(folder: string): string[] {
  return readdirSync(folder)
    .map((file) => /^([a-z][a-z-]*)\.[jt]s$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

/** Loads one command. Throws a UsageError with the nearest names when there is none. */
export function loadCommand(folder: string, name: string): Command {
  const names = commandNames(folder);
  if (!names.includes(name)) {
    throw new UsageError(
      `unknown command ${JSON.stringify(name)}`,
      suggest(name, names).map((found) => `did you mean ${found}?`),
    );
  }
  return (module.require(join(folder, name)) as { readonly default: Command }).default;
}
