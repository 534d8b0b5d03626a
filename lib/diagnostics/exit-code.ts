/**
 * How a command ends. Three kinds of failure are told apart, so that a pipeline can treat "the charts
 * are wrong" and "the tool is wrong" differently.
 */
export const ExitCode = {
  /** Nothing to report, or nothing of severity error. */
  OK: 0,
  /** The check found errors, or what is committed is out of date. */
  FINDINGS: 1,
  /** The command was called wrongly: an unknown flag, a missing file. */
  USAGE: 2,
  /** The tool itself failed: a bug worth reporting. */
  BUG: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
