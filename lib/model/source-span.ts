/** A place in a file that a person wrote. `line` and `column` count from 1. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
