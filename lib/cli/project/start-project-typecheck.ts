import { dirname, resolve } from 'node:path';
import { parseAppCommand } from '../program/app-command';
import { findEntry } from '../program/find-entry';
import { readProjectConfig } from '../program/project-config';
import { findTsconfig } from '../program/tsconfig';
import { startTypecheck, type Typecheck } from '../program/typecheck';
import { UsageError } from '../usage-error';

/**
 * Starts the compiler on the project's program, in a process beside this one.
 * @throws UsageError if that is none that the compiler knows
 */
export function startProjectTypecheck(projectDir: string): Typecheck {
  const config = readProjectConfig(projectDir);
  const command = config.app === undefined ? undefined : parseAppCommand(config.app);
  if (config.app !== undefined && command === undefined) {
    throw new UsageError(`--typecheck does not know the program of \`${config.app}\``, [
      'it checks what `npx ts-node <file>` in cdk8s.yaml runs',
    ]);
  }
  const entry = findEntry(projectDir, undefined, command, config);
  const tsconfig =
    command?.project === undefined ? findTsconfig(dirname(entry)) : resolve(projectDir, command.project);
  return startTypecheck({ projectDir, entry, tsconfig });
}
