import { createHash } from 'node:crypto';

/** The longest name that every common file system takes, in bytes. */
const MAX_NAME = 255;

/** Device names that Windows reserves, with any extension (Win32, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Makes a file or folder name that every file system keeps apart from all others, out of any text. A text
 * that is safe stays as it is. Any other loses what is not safe and gets a hash of `distinct`, so that two
 * texts never share a name, not even on a file system that ignores case, and so that the name of one object
 * does not depend on which other objects there are.
 *
 * @param text the wanted name without extension
 * @param extension what follows, with its dot; `''` for a folder
 * @param distinct what tells the text from others that could look the same once made safe
 * @param lossy `true` when parts of the text were made safe before
 */
export function safeStem(text: string, extension: string, distinct: string, lossy = false): string {
  const safe = text
    .replace(/[^A-Za-z0-9._=@+-]+/g, '-')
    .replace(/^[.-]+/, '_')
    .replace(/[.]+$/, '');
  const room = MAX_NAME - extension.length;
  if (!lossy && safe === text && safe !== '' && safe.length <= room && !RESERVED.test(safe + extension)) {
    return safe;
  }
  const hash = createHash('sha256').update(distinct).digest('hex').slice(0, 10);
  // `con.k8s` is as reserved as `con`: the hash has to stand before the first dot there.
  const kept = RESERVED.test(safe) ? safe.replace(/\./g, '-') : safe;
  return `${kept.slice(0, room - hash.length - 1) || '_'}-${hash}`;
}
