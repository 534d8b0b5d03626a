import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import zlib from 'node:zlib';

/**
 * A cache file: named byte sections behind a JSON index. Nothing in it is trusted
 * unseen: V8 takes a code cache with flipped bits without a word (measured on
 * Node 20: 42 of 42 accepted), so that every section carries its checksum.
 *
 * Layout: magic, checksum of the header, length of the header, header (JSON with key,
 * index, sections), sections.
 */
const MAGIC = Buffer.from('KWRIGHT2', 'latin1');
const CHECKSUM_START = MAGIC.length;
const LENGTH_START = CHECKSUM_START + 4;
const HEADER_START = LENGTH_START + 4;

interface Header {
  readonly key: string;
  readonly index: unknown;
  /** Offset, length and checksum of each section. */
  readonly sections: readonly (readonly [offset: number, length: number, checksum: number])[];
}

export interface Container {
  readonly index: unknown;
  /** The bytes of a section, or undefined when they are not what was written. */
  readonly section: (position: number) => Buffer | undefined;
}

/** Reads a container, or gives undefined when there is none, or none that fits `key`. */
export function readContainer(file: string, key: string): Container | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const header = readHeader(bytes);
  if (header?.key !== key) return undefined;
  const start = HEADER_START + bytes.readUInt32LE(LENGTH_START);
  return {
    index: header.index,
    section: (position) => {
      const entry = header.sections[position];
      if (entry === undefined) return undefined;
      const [offset, length, expected] = entry;
      const section = bytes.subarray(start + offset, start + offset + length);
      return section.length === length && checksum(section) === expected ? section : undefined;
    },
  };
}

/**
 * Writes a container beside its name and renames it, so that a reader sees the old
 * one or the new one. False when the folder cannot be written: a cache is never a
 * reason to fail.
 */
export function writeContainer(
  file: string,
  key: string,
  index: unknown,
  sections: readonly Uint8Array[],
): boolean {
  let offset = 0;
  const table = sections.map((section) => {
    const entry = [offset, section.length, checksum(section)] as const;
    offset += section.length;
    return entry;
  });
  const header = Buffer.from(JSON.stringify({ key, index, sections: table } satisfies Header));
  const start = Buffer.alloc(HEADER_START);
  MAGIC.copy(start);
  start.writeUInt32LE(checksum(header), CHECKSUM_START);
  start.writeUInt32LE(header.length, LENGTH_START);
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(temporary, Buffer.concat([start, header, ...sections]));
    renameSync(temporary, file);
    return true;
  } catch {
    rmSync(temporary, { force: true });
    return false;
  }
}

function readHeader(bytes: Buffer): Header | undefined {
  if (bytes.length < HEADER_START || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const header = bytes.subarray(HEADER_START, HEADER_START + bytes.readUInt32LE(LENGTH_START));
  return checksum(header) === bytes.readUInt32LE(CHECKSUM_START)
    ? (JSON.parse(header.toString('utf8')) as Header)
    : undefined;
}

/** Node has it from 20.15 on. */
const { crc32 } = zlib as Partial<typeof zlib>;

/** It is disks that it guards against, not people, and it is asked about megabytes at each start. */
function checksum(bytes: Uint8Array): number {
  return crc32 === undefined ? createHash('sha1').update(bytes).digest().readUInt32LE() : crc32(bytes);
}
