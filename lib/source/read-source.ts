import { readFileSync } from 'node:fs';

/** The text of a file that a finding stands in; undefined if it cannot be read: the place is told all the same. */
export function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
