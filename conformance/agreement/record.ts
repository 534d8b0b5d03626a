import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeOutcome, type Outcome } from './outcome';

const FOLDER = join(__dirname, 'record');

/** What judges answered to the cases of one kind. */
export interface KindRecord {
  readonly seed: number;
  /** The exact releases: `1.36.4`. */
  readonly releases: readonly string[];
  readonly cases: readonly RecordedCase[];
}

export interface RecordedCase {
  /** Of the object that the case was then. */
  readonly fingerprint: number;
  /** By release, encoded. */
  readonly outcomes: readonly string[];
}

const fileOf = (title: string): string => join(FOLDER, `${title}.json`);

/** The record of a kind; undefined when there is none. */
export function readRecord(title: string): KindRecord | undefined {
  if (!existsSync(fileOf(title))) return undefined;
  const { seed, releases, cases } = JSON.parse(readFileSync(fileOf(title), 'utf8')) as {
    seed: number;
    releases: string[];
    cases: string;
  };
  const [outcomes = [], ...rows] = JSON.parse(gunzipSync(Buffer.from(cases, 'base64')).toString('utf8')) as (
    string[] | number[]
  )[];
  return {
    seed,
    releases,
    cases: (rows as number[][]).map(([fingerprint = 0, ...indexes]) => ({
      fingerprint,
      outcomes: indexes.map((index) => String(outcomes[index])),
    })),
  };
}

/** Writes the record of a kind: outcomes are many times the same, and stand there once. */
export async function writeRecord(title: string, { seed, releases, cases }: KindRecord): Promise<void> {
  const outcomes = [...new Set(cases.flatMap((each) => each.outcomes))].sort();
  const indexOf = new Map(outcomes.map((outcome, index) => [outcome, index]));
  const rows = cases.map(({ fingerprint, outcomes: own }) => [
    fingerprint,
    ...own.map((each) => indexOf.get(each) ?? 0),
  ]);
  const packed = gzipSync(JSON.stringify([outcomes, ...rows]), { level: 9 }).toString('base64');
  await mkdir(FOLDER, { recursive: true });
  await writeFile(fileOf(title), `${JSON.stringify({ seed, releases, cases: packed }, undefined, 2)}\n`);
}

/** What a record says of a case and a minor version. */
export function recordedOutcome(record: KindRecord, index: number, version: string): Outcome | undefined {
  const at = record.releases.findIndex((release) => release.startsWith(`${version}.`));
  const text = record.cases[index]?.outcomes[at];
  return text === undefined ? undefined : decodeOutcome(text);
}
