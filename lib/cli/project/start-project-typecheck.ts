import { dirname, resolve } from 'node:path';
import { parseAppCommand } from '../program/app-command';
import { findEntry } from '../program/find-entry';
import { readProjectConfig } from '../program/project-config';
import { findTsconfig } from '../program/tsconfig';
import { startTypecheck, type Typecheck } from '../program/typecheck';

/** Starts the compiler on the project's program, in a process beside this one. */
export function startProjectTypecheck(projectDir: string): Typecheck {
  const config = readProjectConfig(projectDir);
  const command = config.app === undefined ? undefined : parseAppCommand(config.app);
  const entry = findEntry(projectDir, undefined, command, config);
  const tsconfig =
    command?.project === undefined ? findTsconfig(dirname(entry)) : resolve(projectDir, command.project);
  return startTypecheck({ projectDir, entry, tsconfig });
}
