export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a source names a module in quotes: where the program imports it. */
export function importPlace(source: string, specifier: string): Place | undefined {
  const quoted = ["'", '"', '`'].map((quote) => source.indexOf(quote + specifier + quote));
  const found = quoted.filter((index) => index >= 0);
  if (found.length === 0) return undefined;
  const before = source.slice(0, Math.min(...found)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
