import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Plan } from '../../../lib/render/plan';

/** A new folder, removed after the test. */
export function tempFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kubewright-')));
  made.push(folder);
  return folder;
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** A plan of these files, whatever they hold. */
export function filesPlan(files: Readonly<Record<string, string>>): Plan {
  return {
    layout: 'file-per-chart',
    files: Object.entries(files).map(([name, text]) => ({
      path: name,
      bytes: Buffer.from(text),
      objects: [],
    })),
    notes: [],
  };
}

/** All files under a folder with their text, ours for the record and the like included. */
export function contentOf(folder: string): Record<string, string> {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => !file.isDirectory())
      .map((file) => path.join(file.parentPath, file.name))
      .sort()
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), textOf(file)]),
  );
}

function textOf(file: string): string {
  return fs.lstatSync(file).isSymbolicLink() ? `-> ${fs.readlinkSync(file)}` : fs.readFileSync(file, 'utf8');
}

/** The same without the record. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contentOf(folder)).filter(([name]) => name !== '.kubewright-record'),
  );
}

/** Lines of the record as `path hash`. */
export function recordedIn(folder: string): string[] {
  return fs
    .readFileSync(path.join(folder, '.kubewright-record'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

export function recordLine(name: string, text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}  ${name}`;
}
