import { type Writer } from './io';

/** A writer that tells when everything before is out. */
export interface ReservedWriter extends Writer {
  readonly write: (text: string, done?: () => void) => boolean;
}

/**
 * Keeps standard output for what a command prints: YAML, a diff, a report that a program reads. Whatever else is
 * written to it in this process goes to `other`, at any time: the user's code prints while it is loaded, and later in
 * tokens, in validations and from timers.
 *
 * @returns the only way to standard output that is left
 */
export function reserveStdout(
  stdout: NodeJS.WriteStream,
  other: Pick<NodeJS.WriteStream, 'write'>,
): ReservedWriter {
  const write = stdout.write.bind(stdout);
  stdout.write = other.write.bind(other);
  return {
    get isTTY() {
      return stdout.isTTY;
    },
    get columns() {
      return stdout.columns;
    },
    write: (text, done) => write(text, () => done?.()),
  };
}
