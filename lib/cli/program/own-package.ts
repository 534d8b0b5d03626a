import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The folder of this package's compiled code, `build/` in a checkout. */
export const codeFolder = dirname(dirname(__dirname));
const inCodeFolder = codeFolder + sep;

/** Whether a file belongs to this package. */
export function isOwnFile(file: string): boolean {
  return file.startsWith(inCodeFolder);
}

/**
 * Whether this package was installed, and so stays as it is until another takes its place; what is linked to a checkout
 * does not.
 */
export function isInstalled(): boolean {
  return codeFolder.includes(`${sep}node_modules${sep}`) && realpathSync.native(codeFolder) === codeFolder;
}

interface PackageFile {
  readonly version: string;
}

let version: string | undefined;

/** The version of this package. */
export function ownVersion(): string {
  const text = (): string => readFileSync(join(dirname(codeFolder), 'package.json'), 'utf8');
  version ??= (JSON.parse(text()) as PackageFile).version;
  return version;
}
