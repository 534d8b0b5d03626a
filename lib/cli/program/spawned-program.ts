import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { ProgramError } from './program-error';

/** A file that the program wrote itself. */
export interface Manifest {
  /** Below the output folder, with "/" between the parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Runs a command that we cannot take apart (Python, Go, a script of its own) as the
 * stock CLI does: by the shell, with CDK8S_OUTDIR set, its output dropped but for
 * stderr. Gives the YAML files that it wrote. Throws a ProgramError.
 */
export function runCommand(command: string, projectDir: string): readonly Manifest[] {
  const folder = mkdtempSync(join(tmpdir(), 'kubewright-'));
  try {
    const { status, signal, error } = spawnSync(command, {
      cwd: projectDir,
      shell: true,
      stdio: ['inherit', 'ignore', 'inherit'],
      env: { ...process.env, CDK8S_OUTDIR: folder },
    });
    if (error !== undefined || status !== 0) {
      const how = signal === null ? `exit code ${String(status)}` : `signal ${signal}`;
      throw new ProgramError({
        kind: 'command',
        message: `the command of cdk8s.yaml failed: ${error?.message ?? how}`,
        help: [`run it by hand to see more: CDK8S_OUTDIR=dist ${command}`],
        cause: error,
      });
    }
    const manifests = readManifests(folder);
    if (manifests.length > 0) return manifests;
    throw new ProgramError({
      kind: 'no-app',
      message: `the command of cdk8s.yaml wrote no manifest: ${command}`,
      help: [
        'end the program with app.synth()',
        'leave `outdir` out of new App(), so that CDK8S_OUTDIR decides where the output goes',
      ],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readManifests(folder: string): Manifest[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path) && statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
