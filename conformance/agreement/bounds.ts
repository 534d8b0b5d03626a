import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Tally } from './tally';

const FILE = join(__dirname, 'record', 'bounds.json');

/** How many cases of a kind may differ, over all versions, of those that `npm test` looks at. */
export interface Bounds {
  readonly missed: number;
  readonly refusedWrongly: number;
  readonly fieldsDiffer: number;
}

/** Whether `npm test` looks at a recorded case: all of them would take it half a minute. */
export const isHeld = (fingerprint: number): boolean => fingerprint % 6 === 0;

/** What differs, by kind. */
export function boundsOf(tally: Tally): Readonly<Record<string, Bounds>> {
  const bounds: Record<string, Bounds> = {};
  for (const { kind, missed, refusedWrongly, fieldsCompared, fieldsAgree } of tally.rows()) {
    const before = bounds[kind] ?? { missed: 0, refusedWrongly: 0, fieldsDiffer: 0 };
    bounds[kind] = {
      missed: before.missed + missed,
      refusedWrongly: before.refusedWrongly + refusedWrongly,
      fieldsDiffer: before.fieldsDiffer + fieldsCompared - fieldsAgree,
    };
  }
  return bounds;
}

export async function writeBounds(tally: Tally): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(boundsOf(tally), undefined, 2)}\n`);
}

export function readBounds(): Readonly<Record<string, Bounds>> {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Bounds>;
}
