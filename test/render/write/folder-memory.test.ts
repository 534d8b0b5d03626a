import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';

import { type Plan } from '../../../lib/render/plan';
import { FolderMemory } from '../../../lib/render/write/folder-memory';
import { write } from '../../../lib/render/write/write';
import { filesOf, filesPlan, tempFolder } from './folders';

let dist: string;

beforeEach(() => {
  dist = path.join(tempFolder(), 'dist');
});

afterEach(() => jest.restoreAllMocks());

/** All that was written so far is old enough for its times to be trusted. */
function later(): void {
  const now = Date.now() + 3_600_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
}

function readsOf(plan: Plan, memory: FolderMemory): readonly string[] {
  const reads = jest.spyOn(fs, 'readFileSync');
  write(plan, dist, { memory });
  const names = reads.mock.calls
    .map(([file]) => path.basename(file as string))
    .filter((name) => name.endsWith('.yaml'));
  reads.mockRestore();
  return names;
}

test('a file that was not touched since is read once', () => {
  const [memory, plan] = [new FolderMemory(), filesPlan({ 'a.yaml': 'a', 'b.yaml': 'b' })];
  write(plan, dist);
  later();
  expect(readsOf(plan, memory)).toEqual(['a.yaml', 'b.yaml']);
  expect(readsOf(plan, memory)).toEqual([]);
  expect(readsOf({ ...plan, files: filesPlan({ 'a.yaml': 'a', 'b.yaml': 'b' }).files }, memory)).not.toEqual(
    [],
  );
});

test('a file that was changed just before it was compared is read again: its times may not tell of the next change', () => {
  const [memory, plan] = [new FolderMemory(), filesPlan({ 'a.yaml': 'a' })];
  write(plan, dist, { memory });
  expect(readsOf(plan, memory)).toContain('a.yaml');
  expect(readsOf(plan, memory)).toContain('a.yaml');
});

test('a file that someone edited is written again', () => {
  const [memory, plan] = [new FolderMemory(), filesPlan({ 'a.yaml': 'a' })];
  write(plan, dist);
  later();
  write(plan, dist, { memory });
  fs.writeFileSync(path.join(dist, 'a.yaml'), 'edited');
  expect(write(plan, dist, { memory }).changed).toEqual(['a.yaml']);
  expect(filesOf(dist)).toEqual({ 'a.yaml': 'a' });
});

test('after any edits of plans and files a folder holds, and is reported, what it is without a memory', () => {
  const name = fc.constantFrom('a.yaml', 'b.yaml', 'sub/c.yaml');
  const plans = fc.dictionary(name, fc.constantFrom('1', '22', '333'), { noNullPrototype: true });
  const step = fc.record({
    plan: fc.option(plans),
    edits: fc.array(fc.record({ name, isRemoved: fc.boolean() }), { maxLength: 2 }),
  });
  later();
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      const [folder, other] = [path.join(tempFolder(), 'dist'), path.join(tempFolder(), 'dist')];
      for (const root of [folder, other]) fs.mkdirSync(root);
      const memory = new FolderMemory();
      let plan = filesPlan({});
      for (const [i, { plan: files, edits }] of steps.entries()) {
        // The same bytes again where nothing is new, as of a plan that was made from a memory.
        plan = files === null ? plan : filesPlan(files);
        expect(write(plan, folder, { memory })).toEqual(write(plan, other));
        expect(filesOf(folder)).toEqual(filesOf(other));
        for (const { name: file, isRemoved } of edits) {
          for (const root of [folder, other])
            edit(path.join(root, file), isRemoved ? undefined : 'x'.repeat(i + 9));
        }
      }
    }),
    { numRuns: 150 },
  );
});

function edit(file: string, text: string | undefined): void {
  if (!fs.existsSync(file)) return;
  if (text === undefined) fs.rmSync(file);
  else fs.writeFileSync(file, text);
}
