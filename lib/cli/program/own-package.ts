import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The folder of this package's compiled code, `build/` in a checkout. */
const codeFolder = dirname(dirname(__dirname));
const inCodeFolder = codeFolder + sep;

/** Whether a file belongs to this package. */
export function isOwnFile(file: string): boolean {
  return file.startsWith(inCodeFolder);
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
