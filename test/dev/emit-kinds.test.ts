import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitKinds } from '../../lib/dev/emit-kinds';
import { emitRbacResources } from '../../lib/dev/emit-rbac-resources';
import { KINDS } from '../../lib/model/kinds.gen';

function committed(name: string): string {
  return readFileSync(join(__dirname, '../../lib/model', name), 'utf8');
}

/** The comment lines that a file begins with. */
function header(text: string): string {
  return /^(?:\/\/.*\n)+/.exec(text)?.[0].trimEnd() ?? '';
}

// Both files come from the table, so that the table that is committed has to give them again: neither was
// edited by hand, and the emitters were not changed without a run of the generator.
test('the committed table is what the generator writes', () => {
  const text = committed('kinds.gen.ts');
  expect(emitKinds(header(text), KINDS)).toBe(text);
});

test('the committed RBAC types are what the generator writes', () => {
  const text = committed('rbac-resources.gen.ts');
  expect(emitRbacResources(header(text), KINDS)).toBe(text);
});

test('both name the releases that were read, and stay small', () => {
  for (const name of ['kinds.gen.ts', 'rbac-resources.gen.ts']) {
    expect(header(committed(name))).toMatch(/releases 1\.28\.\d+, .*1\.36\.\d+\.$/);
    expect(committed(name).length).toBeLessThan(50_000);
  }
});
