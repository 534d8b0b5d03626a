/** The command line cannot be understood; exit code 2. */
export class UsageError extends Error {
  /**
   * @param message what is wrong, without a full stop.
   * @param help what to write instead, best first.
   */
  public constructor(
    message: string,
    public readonly help: readonly string[] = [],
  ) {
    super(message);
    this.name = 'UsageError';
  }
}
