import { resolve } from 'node:path';
import { ExitCode } from '../diagnostics/exit-code';
import { RenderError } from '../render/render-error';
import { readSource } from '../source/read-source';
import { SynthError } from '../synth/synth-error';
import { explainSynthError } from './explain-synth-error';
import { type Io, usesColor } from './io';
import { explainFailure } from './program/explain-failure';
import { ownVersion } from './program/own-package';
import { ProgramError } from './program/program-error';
import { renderProgramError } from './program/render-program-error';
import { renderProblem } from './render-problem';
import { styleFor } from './style';
import { UsageError } from './usage-error';

/** Says on stderr why a command failed: wrong usage, the user's program, or a bug of ours. */
export function reportFailure(error: unknown, args: readonly string[], io: Io): ExitCode {
  const style = styleFor(usesColor(io.stderr, io.env));
  if (error instanceof UsageError) {
    const lines = [`${style.red(style.bold('error'))}: ${error.message}`];
    for (const help of error.help) lines.push(`  ${style.cyan('help')}: ${help}`);
    io.stderr.write(`${lines.join('\n')}\n`);
    return ExitCode.USAGE;
  }
  if (error instanceof RenderError) {
    const read = (file: string): string | undefined => readSource(resolve(io.cwd, file));
    io.stderr.write(error.problems.map((problem) => renderProblem(problem, 'error', style, read)).join(''));
    return ExitCode.FINDINGS;
  }
  const explained = error instanceof SynthError ? explainSynthError(error) : explainFailure(error);
  // What the user's code throws later, in a token that is resolved or a validation, is its own too.
  if (
    error instanceof ProgramError ||
    error instanceof SynthError ||
    explained.frames.some((frame) => frame.own)
  ) {
    io.stderr.write(renderProgramError(explained, { cwd: io.cwd, style }));
    return ExitCode.FINDINGS;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(
    [
      `${style.red(style.bold('error'))}: kubewright itself failed. This is a bug, and not one of your program.`,
      'Please report it with the following:',
      '',
      `  kubewright ${ownVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
      `  kubewright ${args.join(' ')}`,
      ...stack.split('\n').map((line) => `  ${line}`),
      '',
    ].join('\n'),
  );
  return ExitCode.BUG;
}
