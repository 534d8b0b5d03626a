import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type AppCommand } from './app-command';
import { ProgramError } from './program-error';
import { type ProjectConfig } from './project-config';

/** Tried in this order when neither the caller nor cdk8s.yaml names the program. */
export const DEFAULT_ENTRIES = ['main.ts', 'main.mts', 'main.cts', 'main.js', 'main.mjs'] as const;

/** The absolute path of the program's file. Throws a ProgramError that says where it was looked for. */
export function findEntry(
  projectDir: string,
  named: string | undefined,
  command: AppCommand | undefined,
  config: ProjectConfig,
): string {
  const wanted = named ?? command?.entry;
  const candidates = (wanted === undefined ? DEFAULT_ENTRIES : [wanted]).map((name) =>
    resolve(projectDir, name),
  );
  const found = candidates.find(isFile);
  // Node knows a module by its real path.
  if (found !== undefined) return realpathSync(found);
  const [first = projectDir] = candidates;
  if (wanted === undefined) {
    throw new ProgramError({
      kind: 'missing-entry',
      message: `there is no program in ${projectDir}`,
      help: [
        `looked for ${DEFAULT_ENTRIES.join(', ')}, and for "app" in cdk8s.yaml`,
        'run the command in the folder of the project, or write main.ts there',
      ],
    });
  }
  const isFolder = existsSync(first);
  const where =
    named === undefined && config.file !== undefined
      ? `"app: ${config.app ?? ''}" in cdk8s.yaml names it`
      : 'it was named on the command line';
  throw new ProgramError({
    kind: 'missing-entry',
    message: `${wanted} ${isFolder ? 'is a folder' : 'does not exist'}`,
    file: first,
    help: [`looked for ${first}: ${where}`, ...otherEntry(projectDir)],
  });
}

function otherEntry(projectDir: string): string[] {
  const other = DEFAULT_ENTRIES.map((name) => join(projectDir, name)).find(isFile);
  return other === undefined ? [] : [`did you mean ${relative(projectDir, other)}?`];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
