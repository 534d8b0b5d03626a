/** What a command tells the shell. */
export const ExitCode = {
  ok: 0,
  /** Something is wrong with what was looked at: the program, its objects, the folder. */
  findings: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** This tool failed. */
  bug: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
