import { type Command } from './command';
import { ExitCode } from '../diagnostics/exit-code';
import { commandNames, loadCommand } from './find-commands';
import { commandHelp, generalHelp } from './help';
import { type Io, usesColor } from './io';
import { parseOptions } from './parse-options';
import { ownVersion } from './program/own-package';
import { Progress } from './progress';
import type * as reports from './report-failure';
import { styleFor } from './style';
import { UsageError } from './usage-error';

/**
 * Runs one command line. Never throws: whatever happens becomes text and an exit code.
 *
 * @param args without node and the script.
 * @param commands the folder with the commands.
 */
export async function run(args: readonly string[], io: Io, commands: string): Promise<ExitCode> {
  const progress = new Progress(io);
  try {
    return await dispatch(args, io, commands, progress);
  } catch (error) {
    progress.clear();
    const { reportFailure } = module.require('./report-failure') as typeof reports;
    return reportFailure(error, args, io);
  } finally {
    progress.clear();
  }
}

async function dispatch(
  args: readonly string[],
  io: Io,
  commands: string,
  progress: Progress,
): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') return print(io, `${ownVersion()}\n`);
  if (first === undefined) {
    io.stderr.write(helpOfAll(io, commands));
    return ExitCode.USAGE;
  }
  if (first === '--help' || first === '-h' || (first === 'help' && rest[0] === undefined)) {
    return print(io, helpOfAll(io, commands));
  }
  if (first === 'help') return await dispatch([...rest, '--help'], io, commands, progress);
  if (first.startsWith('-')) {
    throw new UsageError(`unknown option ${first}`, ['a command comes first: kubewright synth']);
  }
  const command = loadCommand(commands, first);
  const { help, options, positionals } = parse(first, command, rest);
  if (help) return print(io, commandHelp(first, command, style(io)));
  return await command.run({ options, positionals, io, progress });
}

function parse(name: string, command: Command, args: readonly string[]) {
  try {
    return parseOptions(command, args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message, [...error.help, `see kubewright ${name} --help`]);
  }
}

function helpOfAll(io: Io, folder: string): string {
  const all = commandNames(folder).map((name) => ({ name, command: loadCommand(folder, name) }));
  return generalHelp(all, style(io));
}

function style(io: Io) {
  return styleFor(usesColor(io.stdout, io.env));
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return ExitCode.OK;
}
