import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { cacheDir, cacheName } from './cache-dir';
import { ProgramError } from './program-error';

export interface TypecheckOptions {
  /** Absolute. */
  readonly projectDir: string;
  /** The program's file, absolute; it is checked alone when there is no tsconfig. */
  readonly entry: string;
  /** Absolute; undefined when the project has none. */
  readonly tsconfig: string | undefined;
}

export interface Typecheck {
  /** Waits for the compiler: one error of kind `type` for each that it reports. Throws a ProgramError. */
  readonly errors: () => Promise<readonly ProgramError[]>;
}

/**
 * Starts the project's own TypeScript compiler in a process beside this one, so that
 * the program runs meanwhile. It does not keep this process alive until somebody
 * waits for it. What it learned is kept for the next time.
 */
export function startTypecheck(options: TypecheckOptions): Typecheck {
  const { projectDir, entry, tsconfig } = options;
  const dir = cacheDir(projectDir);
  const info = dir && join(dir, `types-${cacheName(tsconfig ?? entry)}.tsbuildinfo`);
  const args = [
    findCompiler(projectDir),
    ...['--noEmit', '--pretty', 'false'],
    ...(tsconfig === undefined
      ? ['--skipLibCheck', '--module', 'node16', '--strict', entry]
      : ['--project', tsconfig]),
    // A single file has no state to keep.
    ...(info === undefined || tsconfig === undefined ? [] : ['--incremental', '--tsBuildInfoFile', info]),
  ];
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pipes = [child.stdout, child.stderr] as unknown as readonly Socket[];
  const chunks: Buffer[] = [];
  for (const pipe of pipes) {
    pipe.on('data', (chunk: Buffer) => chunks.push(chunk));
    pipe.unref();
  }
  child.unref();
  const ended = new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  // Waited for later; what goes wrong until then is told then.
  ended.catch(() => undefined);
  return {
    errors: async () => {
      child.ref();
      for (const pipe of pipes) pipe.ref();
      const status = await ended;
      const output = Buffer.concat(chunks).toString('utf8');
      const errors = parseOutput(output, projectDir);
      if (status === 0 || errors.length > 0) return errors;
      throw new ProgramError({
        kind: 'command',
        message: `the TypeScript compiler failed with exit code ${String(status)}\n${output.trim()}`,
      });
    },
  };
}

function findCompiler(projectDir: string): string {
  const require = createRequire(join(projectDir, 'main.js'));
  try {
    const file = require.resolve('typescript/package.json');
    const { bin } = require(file) as { readonly bin?: { readonly tsc?: string } };
    return join(dirname(file), bin?.tsc ?? 'bin/tsc');
  } catch (error) {
    throw new ProgramError({
      kind: 'config',
      message: 'the project has no TypeScript compiler to check types with',
      help: ['install it: npm install --save-dev typescript'],
      cause: error,
    });
  }
}

const LINE = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;

/** Reads what tsc prints without --pretty: one line an error, then indented lines that belong to it. */
export function parseOutput(output: string, projectDir: string): ProgramError[] {
  const found: { message: string; place?: readonly [string, number, number] }[] = [];
  for (const text of output.split(/\r?\n/)) {
    const [, file, line, column, code, message] = LINE.exec(text) ?? [];
    const last = found.at(-1);
    if (code !== undefined) {
      found.push({
        message: `${message ?? ''} (${code})`,
        ...(file === undefined ? {} : { place: [resolve(projectDir, file), Number(line), Number(column)] }),
      });
    } else if (last !== undefined && /^\s+\S/.test(text)) {
      last.message += `\n${text.trim()}`;
    }
  }
  return found.map(({ message, place }) => {
    if (place === undefined) return new ProgramError({ kind: 'type', message });
    const [file, line, column] = place;
    const frames = [{ file, line, column, name: '', own: true }];
    return new ProgramError({ kind: 'type', message, file, frames });
  });
}
