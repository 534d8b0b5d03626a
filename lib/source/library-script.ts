import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const verdicts = new Map<string, boolean>();

/**
 * Whether a script, as V8 names it, is no line of the user's: a package below `node_modules`, Node's
 * own code, code without a file, or this library itself, installed or linked.
 */
export function isLibraryScript(script: string): boolean {
  const known = verdicts.get(script);
  if (known !== undefined) return known;
  const verdict = isLibraryPath(scriptPath(script));
  verdicts.set(script, verdict);
  return verdict;
}

/** The path of a script that V8 names by a path or a `file:` URL; anything else as it is. */
export function scriptPath(script: string): string {
  return script.startsWith('file:') ? fileURLToPath(script) : script;
}

/** As {@link isLibraryScript}, for the path of a file. */
export function isLibraryPath(path: string): boolean {
  if (!isAbsolute(path)) return true;
  if (/[\\/]node_modules[\\/]/.test(path)) return true;
  return ownFolders.some((folder) => path.startsWith(folder));
}

/**
 * Sources run from lib/source, a build from build/source, and a bundle from build. Both folders are ours
 * in each case: a source map can lead from the one to the other.
 */
const here = basename(__dirname) === 'source' ? dirname(__dirname) : __dirname;
const ownFolders = ['lib', 'build'].map((name) => join(dirname(here), name) + sep);
