/** The releases of Kubernetes that the judge is built from. */
import { join } from 'node:path';
import table from './releases.json';

export interface Release {
  /** Minor version, as users name a target: `1.36`. */
  readonly version: string;
  /** The exact release, a version of the module k8s.io/kubernetes: `1.36.4`. */
  readonly kubernetes: string;
  /** The Go toolchain that upstream built that release with (its file `.go-version`). */
  readonly go: string;
}

/** Oldest first. */
export const releases: readonly Release[] = Object.entries(table)
  .map(([version, of]) => ({ version, ...of }))
  .sort((a, b) => minor(a.version) - minor(b.version));

/** The release of a minor version; throws with the known ones for any other. */
export function release(version: string): Release {
  const found = releases.find((each) => each.version === version);
  if (found === undefined) {
    const known = releases.map((each) => each.version).join(', ');
    throw new Error(
      `No judge for Kubernetes ${version}: there is one for ${known} (conformance/releases.json)`,
    );
  }
  return found;
}

/** Where the Go sources are. */
export const judgeSource = join(__dirname, 'judge');

/** The module file of a release, relative to {@link judgeSource}; its checksums lie beside it. */
export const moduleFile = (of: Release): string => `kubernetes-${of.version}.mod`;

function minor(version: string): number {
  return Number(version.slice(version.indexOf('.') + 1));
}
