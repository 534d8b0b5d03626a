/**
 * What went wrong with the user's program:
 * - `missing-entry`: there is no main.ts, or none where cdk8s.yaml says;
 * - `config`: cdk8s.yaml or tsconfig.json cannot be understood;
 * - `syntax`: a file does not compile;
 * - `type`: the TypeScript compiler objects, asked by --typecheck;
 * - `module-not-found`: an import leads nowhere;
 * - `exception`: the program threw;
 * - `exit`: it ended the process with a code other than 0;
 * - `unfinished`: it waits for something that can no longer happen;
 * - `no-app`: it ended without App.synth();
 * - `synth`: its App cannot be turned into objects;
 * - `manifest`: YAML that something else wrote cannot be read;
 * - `command`: the command of cdk8s.yaml, run as it stands, failed.
 */
export type ProgramErrorKind =
  | 'missing-entry'
  | 'config'
  | 'syntax'
  | 'type'
  | 'module-not-found'
  | 'exception'
  | 'exit'
  | 'unfinished'
  | 'no-app'
  | 'synth'
  | 'manifest'
  | 'command';

/** One line of a stack, in the code as it was written. */
export interface StackFrame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was called, such as `new Web`; empty at the top level of a file. */
  readonly name: string;
  /** False for node_modules, Node itself and this package. */
  readonly own: boolean;
}

export interface ProgramErrorProps {
  readonly kind: ProgramErrorKind;
  /** A sentence that stands alone; for an exception, its own message. */
  readonly message: string;
  /** The file it is about, when there is one. */
  readonly file?: string;
  /** The stack, innermost first, with the frames of libraries. Of a syntax error it is one frame. */
  readonly frames?: readonly StackFrame[];
  /** How to mend it, best first. */
  readonly help?: readonly string[];
  readonly cause?: unknown;
}

/** The user's program could not be loaded. A finding (exit code 1), never a bug of the tool. */
export class ProgramError extends Error {
  public readonly kind: ProgramErrorKind;
  public readonly file: string | undefined;
  public readonly frames: readonly StackFrame[];
  public readonly help: readonly string[];

  public constructor(props: ProgramErrorProps) {
    super(props.message, { cause: props.cause });
    this.name = 'ProgramError';
    this.kind = props.kind;
    this.file = props.file;
    this.frames = props.frames ?? [];
    this.help = props.help ?? [];
  }

  /** The error as plain data, which may cross to another thread. */
  public toProps(): ProgramErrorProps {
    const { kind, message, file, frames, help } = this;
    return { kind, message, frames, help, ...(file === undefined ? {} : { file }) };
  }
}
