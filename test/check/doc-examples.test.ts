import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { typeCheck } from '../../lib/dev/docs/type-check';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'lib/check');

/** The code of each `ts` block in doc comments of a file. */
function examplesOf(file: string): readonly string[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [...text.matchAll(/^ *\* ```ts\n((?: *\*.*\n)*?) *\* ```$/gm)].map(([, block = '']) =>
    block.replace(/^ *\* ?/gm, ''),
  );
}

test('the examples of doc comments compile', () => {
  const modules = new Map<string, string>();
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue;
    for (const [index, code] of examplesOf(file).entries()) {
      modules.set(
        join(ROOT, 'test/check', `${file.replaceAll(/[\\/]/g, '-')}-${index}.ts`),
        `${code}\nexport {};\n`,
      );
    }
  }
  expect(modules.size).toBeGreaterThan(4);
  expect(
    typeCheck(ROOT, modules).problems.map(({ file, message }) => `${file.slice(ROOT.length)}: ${message}`),
  ).toEqual([]);
});
