import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Flags that make a build depend on its inputs only, and leave no path of this machine in it. */
const reproducible = { CGO_ENABLED: '0', GOFLAGS: '-trimpath -buildvcs=false', GOWORK: 'off' };

/**
 * Runs the Go command with the toolchain `version` (fetched as a module when it is not installed) at the lowest
 * priority, and resolves to what it printed. Rejects with what it wrote to standard error.
 */
export async function go(version: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, ...reproducible, GOTOOLCHAIN: `go${version}` };
  try {
    const { stdout } = await run('nice', ['-n', '19', 'go', ...args], { cwd, env, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`go ${args.join(' ')} (toolchain ${version}) failed\n${stderr ?? String(error)}`, {
      cause: error,
    });
  }
}

/** Whether there is a Go command that can fetch other toolchains (1.21 and later). */
export async function goIsThere(): Promise<boolean> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    });
    return Number(/^go1\.(\d+)/.exec(stdout)?.[1] ?? 0) >= 21;
  } catch {
    return false;
  }
}
