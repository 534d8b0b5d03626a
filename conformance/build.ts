import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { go } from './go';
import { judgeSource, moduleFile, type Release } from './versions';

const unusedFor = 14 * 24 * 3600 * 1000;

/**
 * The path of the judge of a release, built first unless it is in the cache.
 *
 * The cache is `$XDG_CACHE_HOME/kubewright/judge` (default `~/.cache/kubewright/judge`), keyed by release and by what
 * the build reads of this folder. The first build takes minutes; `onBuild` is called before it.
 */
export async function buildJudge(of: Release, onBuild: () => void = () => undefined): Promise<string> {
  const folder = join(cacheFolder(), `${of.kubernetes}-${await fingerprint(of)}`);
  const binary = join(folder, 'judge');
  if (await isFile(binary)) {
    const now = new Date();
    await utimes(folder, now, now);
    return binary;
  }
  onBuild();
  await mkdir(folder, { recursive: true });
  // Two builds at once each write their own file; the last rename wins with the same bytes.
  const draft = join(folder, `judge.${process.pid}`);
  try {
    await go(of.go, ['build', ...buildFlags(of), '-o', draft, '.'], judgeSource);
    await rename(draft, binary);
  } finally {
    await rm(draft, { force: true });
  }
  await dropUnused();
  return binary;
}

function buildFlags(of: Release): string[] {
  const [major = '', minor = ''] = of.kubernetes.split('.');
  // hack/lib/version.sh of k8s.io/kubernetes stamps the same variables.
  const stamp = {
    'k8s.io/component-base/version.gitVersion': `v${of.kubernetes}`,
    'k8s.io/component-base/version.gitMajor': major,
    'k8s.io/component-base/version.gitMinor': minor,
    'k8s.io/client-go/pkg/version.gitVersion': `v${of.kubernetes}`,
    'k8s.io/client-go/pkg/version.gitMajor': major,
    'k8s.io/client-go/pkg/version.gitMinor': minor,
  };
  const variables = Object.entries(stamp).map(([name, value]) => `-X ${name}=${value}`);
  return [
    `-modfile=${moduleFile(of)}`,
    '-mod=readonly',
    // providerless leaves the clouds' SDKs out of 1.28; later releases have none and ignore it.
    '-tags=providerless,grpcnotrace',
    `-ldflags=-s -w ${variables.join(' ')}`,
  ];
}

async function fingerprint(of: Release): Promise<string> {
  const hash = createHash('sha256');
  const module = moduleFile(of);
  const sources = (await readdir(judgeSource)).filter((name) => name.endsWith('.go')).sort();
  for (const name of [...sources, module, module.replace(/mod$/, 'sum')]) {
    hash.update(`${name}\0`).update(await readFile(join(judgeSource, name)));
  }
  hash.update(JSON.stringify([of.go, buildFlags(of), process.platform, process.arch]));
  return hash.digest('hex').slice(0, 12);
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME;
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'kubewright', 'judge');
}

/** A judge is some 150 MB: those of earlier sources go after two weeks without use. */
async function dropUnused(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const folder = join(cacheFolder(), name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > unusedFor) await rm(folder, { recursive: true, force: true });
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
