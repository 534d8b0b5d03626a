import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWatcher } from '../../../lib/cli/project/file-watcher';

let dir: string;
let watcher: FileWatcher;
let changes: (readonly string[])[];
let told: () => void;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'file-watcher-')));
  for (const name of ['main.ts', 'web.ts', 'notes.md']) writeFileSync(join(dir, name), '');
  changes = [];
  told = () => undefined;
  watcher = new FileWatcher((files) => {
    changes.push(files);
    told();
  });
});

afterEach(() => {
  watcher.close();
  rmSync(dir, { recursive: true });
});

const nextChange = () => new Promise<void>((resolve) => (told = resolve));

test('several saves in a row are told at once, and files beside are not', async () => {
  watcher.follow([join(dir, 'main.ts'), join(dir, 'web.ts')]);
  writeFileSync(join(dir, 'notes.md'), 'beside');
  writeFileSync(join(dir, 'web.ts'), 'saved');
  writeFileSync(join(dir, 'main.ts'), 'saved');
  await nextChange();
  expect(changes).toEqual([[join(dir, 'main.ts'), join(dir, 'web.ts')]]);
});

test('a save is not lost when the same files are followed anew right after it', async () => {
  watcher.follow([join(dir, 'main.ts')]);
  writeFileSync(join(dir, 'main.ts'), 'saved');
  watcher.follow([join(dir, 'main.ts')]);
  await nextChange();
  expect(changes).toEqual([[join(dir, 'main.ts')]]);
});

test('a file that another one replaces is followed on', async () => {
  watcher.follow([join(dir, 'main.ts')]);
  for (const text of ['first', 'second']) {
    writeFileSync(join(dir, 'new'), text);
    renameSync(join(dir, 'new'), join(dir, 'main.ts'));
    await nextChange();
  }
  expect(changes).toEqual([[join(dir, 'main.ts')], [join(dir, 'main.ts')]]);
});

test('a folder that was removed and made again is followed on', async () => {
  const file = join(dir, 'charts', 'web.ts');
  const make = (): void => {
    mkdirSync(join(dir, 'charts'));
    writeFileSync(file, '');
  };
  make();
  watcher.follow([file]);
  rmSync(join(dir, 'charts'), { recursive: true });
  await nextChange();
  watcher.follow([join(dir, 'main.ts'), file]);
  make();
  watcher.follow([file]);
  writeFileSync(file, 'saved');
  await nextChange();
  expect(changes.at(-1)).toEqual([file]);
});
