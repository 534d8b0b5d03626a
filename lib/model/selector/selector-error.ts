/** A text that is no selector; `message` is that of the API server. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError';

  constructor(
    /** The text that was given. */
    readonly text: string,
    message: string,
  ) {
    super(message);
  }
}
