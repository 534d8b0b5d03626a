import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type FileText, readFiles } from '../../lib/read/read-files';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kubewright-read-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

async function readAll(paths: string[], stdin?: Readable): Promise<FileText[]> {
  const read: FileText[] = [];
  for await (const one of readFiles(paths, { cwd, ...(stdin && { stdin }) })) read.push(one);
  return read;
}

test('files are read in their order, one when it is asked for', async () => {
  writeFileSync(join(cwd, 'a.yaml'), 'a: é\n');
  writeFileSync(join(cwd, 'b.yaml'), 'b: 1\n');
  const files = readFiles(['b.yaml', 'a.yaml'], { cwd });
  expect(await files.next()).toEqual({ done: false, value: { file: 'b.yaml', text: 'b: 1\n' } });
  writeFileSync(join(cwd, 'a.yaml'), 'later: 1\n');
  expect(await files.next()).toEqual({ done: false, value: { file: 'a.yaml', text: 'later: 1\n' } });
  expect((await files.next()).done).toBe(true);
});

test('the standard input is read to its end', async () => {
  const parts = Buffer.from('a: é\n');
  const stdin = Readable.from([parts.subarray(0, 4), parts.subarray(4)]);
  expect(await readAll(['-'], stdin)).toEqual([{ file: '<stdin>', text: 'a: é\n' }]);
});

test('what cannot be read is a problem, and the rest is read', async () => {
  writeFileSync(join(cwd, 'a.yaml'), 'a: 1\n');
  const [missing, folder, read] = await readAll(['b.yaml', '.', 'a.yaml']);
  expect(missing).toMatchObject({ problem: { reason: 'file', what: 'b.yaml cannot be read (ENOENT)' } });
  expect(folder).toMatchObject({ problem: { reason: 'file', what: '. cannot be read (EISDIR)' } });
  expect(read).toEqual({ file: 'a.yaml', text: 'a: 1\n' });
});

test('what is not UTF-8 is a problem at its place', async () => {
  writeFileSync(join(cwd, 'a.yaml'), Buffer.from([...Buffer.from('a: \ufffd\nbé: '), 0xe9, 0x0a]));
  writeFileSync(join(cwd, 'b.yaml'), Buffer.from('\ufeffa: 1\n', 'utf16le'));
  const [broken, utf16] = await readAll(['a.yaml', 'b.yaml']);
  expect(broken).toMatchObject({
    problem: { reason: 'encoding', what: 'the file is not text in UTF-8', span: { line: 2, column: 5 } },
  });
  expect(utf16).toMatchObject({
    problem: { reason: 'encoding', what: 'the file is text in UTF-16, which kubectl does not split' },
  });
});
