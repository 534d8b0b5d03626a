/** Where the server's own paths are not consistent, and what both sides are read as. */
export interface Inconsistency {
  readonly kind: string | undefined;
  /** Of the steps of a field, between slashes. */
  readonly pattern: RegExp;
  readonly readAs: string;
  readonly cause: string;
}

export const INCONSISTENT: readonly Inconsistency[] = [];

/** The steps of a field, with what upstream writes in several ways read in one. */
export function normalise(kind: string, steps: string): string {
  let read = steps;
  for (const { kind: only, pattern, readAs } of INCONSISTENT) {
    if (only === undefined || only === kind) read = read.replace(pattern, readAs);
  }
  return read;
}

/** What we do not say as the server does, and why. */
export interface KnownDisagreement {
  readonly what: string;
  readonly cause: string;
}

export const KNOWN: readonly KnownDisagreement[] = [];
