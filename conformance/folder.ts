import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'kubewright-judge-';

/** Makes a folder for one judge, named for this process, and removes those that killed processes left. */
export async function makeFolder(): Promise<string> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Writes what the API server is started with: the key of its ServiceAccounts, and a token that may do all; returns the token. */
export async function writeCredentials(folder: string): Promise<string> {
  const token = randomBytes(16).toString('hex');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'sec1', format: 'pem' });
  await writeFile(join(folder, 'service-account.key'), key, { mode: 0o600 });
  await writeFile(join(folder, 'tokens.csv'), `${token},judge,judge,"system:masters"\n`, { mode: 0o600 });
  return token;
}

/** Writes a kubeconfig for the server that signed itself `certificate`. */
export async function writeKubeconfig(
  path: string,
  of: { readonly server: string; readonly certificate: string; readonly token: string },
): Promise<void> {
  const authority = Buffer.from(of.certificate).toString('base64');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'judge', cluster: { server: of.server, 'certificate-authority-data': authority } }],
    users: [{ name: 'judge', user: { token: of.token } }],
    contexts: [{ name: 'judge', context: { cluster: 'judge', user: 'judge' } }],
    'current-context': 'judge',
  };
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
