import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWatcher } from '../../../lib/cli/project/file-watcher';

/** The run has read the files after all that happened before. */
const NOTHING_MISSED = Number.MAX_SAFE_INTEGER;
/** The run began before all that happened. */
const FROM_THE_START = 0;

let dir: string;
let watcher: FileWatcher;
let changes: number;
let told: () => void;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'file-watcher-')));
  for (const name of ['main.ts', 'web.ts', 'notes.md']) writeFileSync(join(dir, name), '');
  changes = 0;
  told = () => undefined;
  watcher = new FileWatcher(() => {
    changes++;
    told();
  });
});

afterEach(() => {
  watcher.close();
  rmSync(dir, { recursive: true });
});

const nextChange = () => new Promise<void>((resolve) => (told = resolve));
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));
const follow = (
  names: readonly string[],
  readSince = NOTHING_MISSED,
  folders: readonly string[] = [],
): void => watcher.follow({ files: names.map((name) => join(dir, name)), folders }, readSince);

test('several saves in a row are told at once, and files beside are not', async () => {
  follow(['main.ts', 'web.ts']);
  writeFileSync(join(dir, 'notes.md'), 'beside');
  await quiet();
  expect(changes).toBe(0);
  writeFileSync(join(dir, 'web.ts'), 'saved');
  writeFileSync(join(dir, 'main.ts'), 'saved');
  await nextChange();
  await quiet();
  expect(changes).toBe(1);
});

test('a save is not lost when the same files are followed anew right after it', async () => {
  follow(['main.ts']);
  writeFileSync(join(dir, 'main.ts'), 'saved');
  follow(['main.ts'], FROM_THE_START);
  await nextChange();
  expect(changes).toBe(1);
});

test('a save that the run has read is none, nor is the same text again', async () => {
  follow(['main.ts']);
  writeFileSync(join(dir, 'main.ts'), 'saved');
  follow(['main.ts']);
  writeFileSync(join(dir, 'main.ts'), 'saved');
  await quiet();
  expect(changes).toBe(0);
});

test('a file that another one replaces is followed on', async () => {
  follow(['main.ts']);
  for (const text of ['first', 'second']) {
    const change = nextChange();
    writeFileSync(join(dir, 'new'), text);
    renameSync(join(dir, 'new'), join(dir, 'main.ts'));
    await change;
    follow(['main.ts']);
  }
  expect(changes).toBe(2);
});

test('a folder that was removed and made again is followed on', async () => {
  const file = join(dir, 'charts', 'web.ts');
  const make = (): void => {
    mkdirSync(join(dir, 'charts'));
    writeFileSync(file, '');
  };
  make();
  follow(['main.ts', 'charts/web.ts']);
  rmSync(join(dir, 'charts'), { recursive: true });
  await nextChange();
  follow(['main.ts', 'charts/web.ts']);
  make();
  await nextChange();
  follow(['main.ts', 'charts/web.ts']);
  writeFileSync(file, 'saved');
  await nextChange();
});

test('in a folder that is followed whole, sources count that come, and logs do not', async () => {
  follow([], NOTHING_MISSED, [dir]);
  writeFileSync(join(dir, 'errors.log'), 'x');
  writeFileSync(join(dir, '.web.ts.swp'), 'x');
  await quiet();
  expect(changes).toBe(0);
  writeFileSync(join(dir, 'new.ts'), '');
  await nextChange();
  expect(changes).toBe(1);
});
