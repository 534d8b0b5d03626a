import fs from 'node:fs';

/** `lstat`, or `undefined` where there is nothing. */
export function lstatIfAny(file: string): fs.Stats | undefined {
  return orUndefined(() => fs.lstatSync(file, { throwIfNoEntry: false }));
}

/** A file's bytes, or `undefined` where there is nothing. */
export function readIfAny(file: string): Buffer | undefined {
  return orUndefined(() => fs.readFileSync(file));
}

/** `action`, or `undefined` where the file, or a folder on the way to it, does not exist. */
export function orUndefined<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
