import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { isOwnFile } from './own-package';
import { type ModuleFormat } from './transpile';

/** Whether a file belongs to the program, not to an installed package or to this one. */
export function isUserFile(file: string): boolean {
  return !file.includes(`${sep}node_modules${sep}`) && !isOwnFile(file);
}

/** What Node takes a file for: by its extension, else by the nearest package.json. */
export function moduleFormat(file: string): ModuleFormat {
  const extension = extname(file);
  if (extension === '.mts' || extension === '.mjs') return 'module';
  if (extension === '.cts' || extension === '.cjs') return 'commonjs';
  return packageType(dirname(file));
}

const types = new Map<string, ModuleFormat>();

/** Has every package.json read again. */
export function forgetModuleFormats(): void {
  types.clear();
}

function packageType(folder: string): ModuleFormat {
  const known = types.get(folder);
  if (known !== undefined) return known;
  const file = join(folder, 'package.json');
  const parent = dirname(folder);
  let type: ModuleFormat = 'commonjs';
  if (existsSync(file)) type = typeOf(readFileSync(file, 'utf8'));
  else if (parent !== folder) type = packageType(parent);
  types.set(folder, type);
  return type;
}

function typeOf(text: string): ModuleFormat {
  try {
    return (JSON.parse(text) as { type?: unknown }).type === 'module' ? 'module' : 'commonjs';
  } catch {
    // Node names the broken package.json itself as soon as it needs it.
    return 'commonjs';
  }
}
