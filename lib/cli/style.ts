/** Marks text for a terminal, or leaves it as it is. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** The style for a writer that takes colours, or for one that does not. */
export function styleFor(color: boolean): Style {
  const mark =
    (on: number, off: number) =>
    (text: string): string =>
      color && text !== '' ? `\u001b[${String(on)}m${text}\u001b[${String(off)}m` : text;
  return { bold: mark(1, 22), dim: mark(2, 22), red: mark(31, 39), cyan: mark(36, 39) };
}
