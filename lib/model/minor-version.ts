/** A Kubernetes version as `major.minor`, such as `1.35`. */
export type MinorVersion = `1.${number}`;

/**
 * The minor number of a version: 35 for `1.35`.
 *
 * @throws RangeError when `version` is not of the form `1.35`.
 */
export function minorOf(version: MinorVersion): number {
  const minor = /^1\.([0-9]{1,3})$/.exec(version)?.[1];
  if (minor === undefined) {
    throw new RangeError(`version: "${version}" is no Kubernetes version; write it as '1.35'`);
  }
  return Number(minor);
}
