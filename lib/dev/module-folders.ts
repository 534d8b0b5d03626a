import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type KubernetesVersion } from '../model/kubernetes-version';

/**
 * The newest patch of that minor (`1.36` gives `1.36.4`) among the `k8s.io/kubernetes` modules of a folder.
 *
 * @throws Error when there is none
 */
export function newestPatch(folder: string, minor: KubernetesVersion): string {
  const prefix = `kubernetes@v${minor}.`;
  const patches = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter((patch) => Number.isInteger(patch));
  if (patches.length === 0) throw new Error(`${folder} has no ${prefix}x`);
  return `${minor}.${Math.max(...patches)}`;
}

/** The folder of `k8s.io/kubernetes` of a release. */
export function kubernetesFolder(folder: string, release: string): string {
  return join(folder, `kubernetes@v${release}`);
}

/** The folder of `k8s.io/api` of a release: `1.36.4` is `v0.36.4` there. */
export function apiFolder(folder: string, release: string): string {
  return join(folder, `api@v0.${release.slice(release.indexOf('.') + 1)}`);
}
