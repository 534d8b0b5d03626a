#!/usr/bin/env node
import { join } from 'node:path';
import { type ExitCode } from '../diagnostics/exit-code';
import { openLibraries } from './program/library-hooks';
import { reserveStdout } from './reserve-stdout';
import type * as dispatcher from './run';

const { stderr, env } = process;
const stdout = reserveStdout(process.stdout, stderr);
const args = process.argv.slice(2);
let code: ExitCode | undefined;

// A command, and what dispatches it, comes from the pack of libraries; `--help` and `--version` need none.
if (/^[a-z]/.test(args[0] ?? '')) openLibraries(process.cwd());
const { run } = module.require('./run') as typeof dispatcher;

// `kubewright ... | head` ends as head wants it, but what was found stays found; any other failure to write is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? (code ?? 0) : 1),
);

// The program may have left timers or servers behind, so that the process has to be
// ended; a pipe may still hold what was printed, so that it has to be waited for.
const end = (given: ExitCode): void => {
  code = given;
  stdout.write('', () => process.exit(given));
};

void run(args, { stdout, stderr, env, cwd: process.cwd() }, join(__dirname, 'commands')).then(end);
