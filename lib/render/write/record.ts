import { createHash } from 'node:crypto';
import { compareStrings } from '../compare-strings';

/**
 * The record's name. No reader of manifests takes it for one: kubectl reads `.json`, `.yaml` and `.yml`
 * (cli-runtime, pkg/resource/builder.go, FileExtensions), Argo CD these and `.jsonnet` (argo-cd,
 * reposerver/repository/repository.go, manifestFile), Flux `.yaml` and `.yml` (fluxcd/pkg,
 * kustomize/kustomize_generator.go, generateKustomization).
 */
export const RECORD_NAME = '.kubewright-record';

/**
 * What was written: for each path, the SHA-256 of the bytes. A path has two hashes while a run is under way
 * (of the old and of the new bytes), and after a merge of two branches.
 */
export type WriteRecord = ReadonlyMap<string, readonly string[]>;

const HEADER = [
  '# The files that kubewright rendered here. Commit it beside them: by it the next run knows what is stale.',
  '# version 1',
];

/** A record of a version that this code does not read. */
export class UnknownRecordVersion extends Error {
  constructor(readonly version: string) {
    super(`the record has the unknown version ${version}`);
  }
}

/**
 * Writes a record: one line a file, sorted, so that branches which render different files merge without a
 * conflict; in the format of `sha256sum -c`.
 */
export function formatRecord(record: WriteRecord): string {
  const lines = [...record]
    .sort(([a], [b]) => compareStrings(a, b))
    .flatMap(([path, hashes]) => [...hashes].sort(compareStrings).map((hash) => `${hash}  ${path}`));
  return [...HEADER, ...lines, ''].join('\n');
}

/**
 * Reads a record leniently: a line that is none (of a merge conflict, of a disk that lost power) is skipped,
 * since a file that is not listed is only ever kept. A path that could lead out of the folder is no line.
 *
 * @throws {@link UnknownRecordVersion}
 */
export function parseRecord(text: string): WriteRecord {
  const version = /^# version (\S+)$/m.exec(text)?.[1];
  if (version !== undefined && version !== '1') throw new UnknownRecordVersion(version);
  const record = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (hash === undefined || path === undefined || !isInnerPath(path)) continue;
    const hashes = record.get(path) ?? [];
    if (!hashes.includes(hash)) record.set(path, [...hashes, hash]);
  }
  return record;
}

/** Whether a path with `/` stays within the folder that it is relative to, on every platform. */
export function isInnerPath(path: string): boolean {
  return !/[\\:\0]/.test(path) && path.split('/').every((name) => !['', '.', '..'].includes(name));
}

/**
 * The hash of a file's bytes, with CRLF read as LF: git may check text out with either (core.autocrlf), and
 * that is no edit.
 */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(withoutCarriageReturns(bytes)).digest('hex');
}

/** Whether two files are the same but for line ends. */
export function sameText(a: Uint8Array, b: Uint8Array): boolean {
  return (
    Buffer.compare(a, b) === 0 || Buffer.compare(withoutCarriageReturns(a), withoutCarriageReturns(b)) === 0
  );
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes('\r\n')) return buffer;
  return Buffer.from(buffer.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
