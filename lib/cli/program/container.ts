import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A cache file: named byte sections behind a JSON index. Nothing in it is trusted
 * unseen: V8 takes a code cache with flipped bits without a word (measured on
 * Node 20: 42 of 42 accepted), so that every section carries its digest.
 *
 * Layout: magic, digest of the header, length of the header, header (JSON with key,
 * index, sections), sections.
 */
const MAGIC = Buffer.from('KWRIGHT1', 'latin1');
const DIGEST_BYTES = 20;
const HEADER_START = MAGIC.length + DIGEST_BYTES + 4;

interface Header {
  readonly key: string;
  readonly index: unknown;
  /** Offset, length and digest of each section. */
  readonly sections: readonly (readonly [offset: number, length: number, digest: string])[];
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
  const start = HEADER_START + bytes.readUInt32LE(HEADER_START - 4);
  return {
    index: header.index,
    section: (position) => {
      const entry = header.sections[position];
      if (entry === undefined) return undefined;
      const [offset, length, expected] = entry;
      const section = bytes.subarray(start + offset, start + offset + length);
      return section.length === length && digest(section).toString('base64') === expected
        ? section
        : undefined;
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
    const entry = [offset, section.length, digest(section).toString('base64')] as const;
    offset += section.length;
    return entry;
  });
  const header = Buffer.from(JSON.stringify({ key, index, sections: table } satisfies Header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(temporary, Buffer.concat([MAGIC, digest(header), length, header, ...sections]));
    renameSync(temporary, file);
    return true;
  } catch {
    rmSync(temporary, { force: true });
    return false;
  }
}

function readHeader(bytes: Buffer): Header | undefined {
  if (bytes.length < HEADER_START || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const header = bytes.subarray(HEADER_START, HEADER_START + bytes.readUInt32LE(HEADER_START - 4));
  const expected = bytes.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES);
  return digest(header).equals(expected) ? (JSON.parse(header.toString('utf8')) as Header) : undefined;
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
