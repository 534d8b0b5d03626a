import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package's compiled code, `build/` in a checkout. */
export const codeFolder = dirname(dirname(__dirname));

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
