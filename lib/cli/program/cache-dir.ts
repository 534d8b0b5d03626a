import { existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownVersion } from './own-package';

/**
 * The folder for what may be thrown away: `node_modules/.cache/kubewright` of the
 * project, or a folder of the user's own in the system's temporary folder when the
 * project has none that can be written. Undefined when there is neither.
 */
export function cacheDir(projectDir: string): string | undefined {
  const modules = nearestNodeModules(projectDir);
  if (modules !== undefined) {
    const dir = join(modules, '.cache', 'kubewright');
    if (makeDir(dir)) return dir;
  }
  const user = process.getuid?.();
  const dir = join(tmpdir(), `kubewright-${user === undefined ? 'cache' : String(user)}`);
  if (!makeDir(dir)) return undefined;
  // What is read from here is executed. In a folder that all may write to, it must be ours alone.
  const { uid, mode } = statSync(dir);
  return user === undefined || (uid === user && (mode & 0o022) === 0) ? dir : undefined;
}

/** What a cached result depends on beside its own input. */
export function cacheKey(...parts: readonly string[]): string {
  const { platform, arch, versions } = process;
  return [ownVersion(), versions.node, versions.v8, platform, arch, ...parts].join('\n');
}

/**
 * A short name for a file of the cache; the key inside the file decides whether it
 * fits. Two versions of Node that take turns on a project keep a file each.
 */
export function cacheName(subject: string): string {
  const text = `${process.version} ${subject}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function nearestNodeModules(from: string): string | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const modules = join(dir, 'node_modules');
    if (existsSync(modules)) return modules;
    if (dirname(dir) === dir) return undefined;
  }
}

function makeDir(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}
