import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeSource, moduleFile, release, releases } from '../../conformance/versions';

describe('the releases of the judge', () => {
  it('are those of the minor versions that they stand for, oldest first', () => {
    const minors = releases.map(({ version }) => Number(version.split('.')[1]));
    expect(minors).toEqual([...minors].sort((a, b) => a - b));
    for (const { version, kubernetes } of releases) expect(kubernetes.startsWith(`${version}.`)).toBe(true);
  });

  it.each(releases.map((each) => [each.version, each] as const))(
    'have a module file of the very release: %s',
    (_, of) => {
      const module = readFileSync(join(judgeSource, moduleFile(of)), 'utf8');
      const sums = readFileSync(join(judgeSource, moduleFile(of).replace(/mod$/, 'sum')), 'utf8');
      expect(module).toContain(`\tk8s.io/kubernetes v${of.kubernetes}\n`);
      expect(module).toContain(`k8s.io/api => k8s.io/api v0${of.kubernetes.slice(1)}\n`);
      expect(module).not.toContain('./staging');
      expect(sums).toContain(`k8s.io/kubernetes v${of.kubernetes} h1:`);
    },
  );

  it('are named when another one is asked for', () => {
    expect(() => release('1.20')).toThrow(/1\.20: there is one for 1\.28, /);
  });
});
