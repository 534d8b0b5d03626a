import { type ExitCode } from '../diagnostics/exit-code';
import { type Io } from './io';
import { type Progress } from './progress';

interface OptionBase {
  /** One letter. */
  readonly short?: string;
  /** One line, for --help: what it does, and its default where that is not obvious. */
  readonly summary: string;
}

/**
 * - `flag`: given or not. With `default: true` it is turned off by `--no-<name>`;
 * - `text`: has a value, the last one counts;
 * - `list`: may be given several times.
 */
export type OptionSpec = OptionBase &
  (
    | { readonly type: 'flag'; readonly default?: true }
    | {
        readonly type: 'text' | 'list';
        /** What the value is, in --help: `dir`, `file`. */
        readonly value: string;
        /** The only values. */
        readonly choices?: readonly string[];
      }
  );

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Value<S extends OptionSpec> = S extends { readonly choices: readonly (infer C)[] } ? C : string;

/** The values of the options of a command, by their names. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K]['type'] extends 'flag'
    ? boolean
    : O[K]['type'] extends 'list'
      ? readonly Value<O[K]>[]
      : Value<O[K]> | undefined;
};

export interface CommandContext<O extends OptionSpecs = OptionSpecs> {
  readonly options: OptionValues<O>;
  readonly positionals: readonly string[];
  readonly io: Io;
  readonly progress: Progress;
}

export interface PositionalSpec {
  /** As in `<file>`. */
  readonly name: string;
  readonly summary: string;
  readonly required?: boolean;
  /** Whether it may be given several times; only for the last one. */
  readonly many?: boolean;
}

/**
 * A command is the default export of a file in lib/cli/commands, whose name it has.
 * The file itself is loaded for every --help: what the command works with is loaded
 * by `run`, so that it comes from the pack of libraries.
 */
export interface Command<O extends OptionSpecs = OptionSpecs> {
  /** One line, no full stop. */
  readonly summary: string;
  /** More about it, for its own --help: paragraphs. */
  readonly description?: readonly string[];
  readonly positionals?: readonly PositionalSpec[];
  readonly options: O;
  readonly examples: readonly { readonly command: string; readonly says: string }[];
  /** Method, so that a command with its own options is a Command. */
  run(context: CommandContext<O>): ExitCode | Promise<ExitCode>;
}

/** Types a command by the options that it declares. */
export function defineCommand<const O extends OptionSpecs>(command: Command<O>): Command {
  // The frame gives `run` the values of the options that stand beside it.
  return command;
}
