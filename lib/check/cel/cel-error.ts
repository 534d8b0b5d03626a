/** What is wrong with a CEL expression, and where it begins. */
export class CelError extends Error {
  override readonly name = 'CelError';

  /** @param offset - Code units before the place in the expression. */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
