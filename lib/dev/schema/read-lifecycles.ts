import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseApiVersion } from '../../model/api-version';

/** What upstream has announced for one API version of a kind. Releases are minors: `1.33`. */
export interface Lifecycle {
  readonly deprecated: string;
  readonly removed?: string;
  /** `discovery.k8s.io/v1 EndpointSlice` */
  readonly replacement?: string;
}

/** Folders of `k8s.io/api` whose name is not the first label of the group. */
const FOLDERS: Readonly<Record<string, string>> = {
  '': 'core',
  'internal.apiserver.k8s.io': 'apiserverinternal',
};

/** The `APILifecycle...` functions of a `k8s.io/api` module for a kind that is deprecated; undefined for others. */
export function readLifecycle(moduleFolder: string, apiVersion: string, kind: string): Lifecycle | undefined {
  const { group, version } = parseApiVersion(apiVersion);
  const folder = FOLDERS[group] ?? group.replace(/\..*$/, '');
  const file = join(moduleFolder, folder, version, 'zz_generated.prerelease-lifecycle.go');
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  const deprecated = release(source, kind, 'Deprecated');
  if (deprecated === undefined) return undefined;
  const removed = release(source, kind, 'Removed');
  const replacement = new RegExp(
    `\\(in \\*${kind}\\) APILifecycleReplacement\\(\\)[^{]*{\\s*return schema.GroupVersionKind{Group: "(.*?)", Version: "(.*?)", Kind: "(.*?)"}`,
  ).exec(source);
  const [, newGroup = '', newVersion = '', newKind = ''] = replacement ?? [];
  return {
    deprecated,
    ...(removed === undefined ? {} : { removed }),
    ...(replacement === null
      ? {}
      : { replacement: `${newGroup === '' ? '' : `${newGroup}/`}${newVersion} ${newKind}` }),
  };
}

function release(source: string, kind: string, event: 'Deprecated' | 'Removed'): string | undefined {
  const pattern = new RegExp(`\\(in \\*${kind}\\) APILifecycle${event}\\(\\)[^{]*{\\s*return (\\d+), (\\d+)`);
  const [, major, minor] = pattern.exec(source) ?? [];
  return major === undefined || minor === undefined ? undefined : `${major}.${minor}`;
}
