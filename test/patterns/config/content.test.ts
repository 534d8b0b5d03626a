import { App } from 'cdk8s';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../../lib/patterns/config/content';

describe('readContent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  const file = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test('keeps text as text, with its byte order mark, and the rest as bytes', () => {
    const bytes = Buffer.from([0xc3, 0x28]);
    const content = readContent(
      new App(),
      { a: '1' },
      {
        empty: file('empty', Buffer.alloc(0)),
        bom: file('bom', Buffer.from('\ufeffa')),
        bin: file('bin', bytes),
      },
    );
    expect(content.text).toEqual({ a: '1', empty: '', bom: '\ufeffa' });
    expect(content.binary).toEqual({ bin: bytes });
  });

  test('counts bytes, not characters', () => {
    const half = 'ä'.repeat(262144);
    expect(() => readContent(new App(), { a: half, b: half })).not.toThrow();
    expect(() => readContent(new App(), { a: half, b: `${half}ä` })).toThrow('come to 1048578 bytes');
  });
});
