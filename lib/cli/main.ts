#!/usr/bin/env node
import { join } from 'node:path';
import { type ExitCode } from '../diagnostics/exit-code';
import { run } from './run';

const { stdout, stderr, env } = process;

// `kubewright ... | head` ends as head wants it; any other failure to write is one.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// The program may have left timers or servers behind, so that the process has to be
// ended; a pipe may still hold what was printed, so that it has to be waited for.
const end = (code: ExitCode): void => {
  stdout.write('', () => process.exit(code));
};

void run(
  process.argv.slice(2),
  { stdout, stderr, env, cwd: process.cwd() },
  join(__dirname, 'commands'),
).then(end);
