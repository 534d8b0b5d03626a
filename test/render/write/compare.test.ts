import fs from 'node:fs';
import path from 'node:path';
import { compare } from '../../../lib/render/write/compare';
import { write } from '../../../lib/render/write/write';
import { chart, manifest, planOf } from '../inputs';
import { contentOf, filesPlan, tempFolder } from './folders';

describe('compare', () => {
  it('tells what write would do, and does nothing', () => {
    const dist = tempFolder();
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1', 'c.yaml': '1', 'd.yaml': '1' }), dist);
    fs.writeFileSync(path.join(dist, 'd.yaml'), 'edited');
    fs.writeFileSync(path.join(dist, 'mine.yaml'), 'mine');
    fs.mkdirSync(path.join(dist, 'n.yaml'));
    const before = contentOf(dist);
    const plan = filesPlan({ 'a.yaml': '1', 'b.yaml': '2', 'n.yaml': '1', 'o.yaml': '1' });
    const found = compare(plan, dist);
    expect(contentOf(dist)).toEqual(before);
    expect(found).toMatchObject({
      inSync: false,
      added: [{ path: 'o.yaml', after: Buffer.from('1') }],
      changed: [{ path: 'b.yaml', before: Buffer.from('1'), after: Buffer.from('2') }],
      removed: [{ path: 'c.yaml', before: Buffer.from('1') }],
      unchanged: ['a.yaml'],
      edited: ['d.yaml'],
      foreign: ['mine.yaml'],
    });
    expect(found.blocked.map(({ files }) => files)).toEqual([['n.yaml']]);
  });

  it('is in sync after write, and when only the record is missing', () => {
    const dist = tempFolder();
    const plan = filesPlan({ 'a.yaml': '1' });
    expect(compare(plan, dist)).toMatchObject({ inSync: false });
    write(plan, dist);
    fs.writeFileSync(path.join(dist, 'README.md'), 'mine');
    expect(compare(plan, dist)).toMatchObject({ inSync: true, foreign: ['README.md'] });
    fs.rmSync(path.join(dist, '.kubewright-record'));
    expect(compare(plan, dist)).toMatchObject({ inSync: true });
  });

  it('takes a folder that is not there for an empty one', () => {
    expect(compare(filesPlan({ 'a.yaml': '1' }), path.join(tempFolder(), 'dist')).added).toHaveLength(1);
  });

  it('tells copies of rendered objects', () => {
    const dist = tempFolder();
    const plan = planOf([chart('a', manifest('ConfigMap', 'shop/x'))]);
    write(plan, dist);
    fs.copyFileSync(path.join(dist, 'a.k8s.yaml'), path.join(dist, 'copy.yaml'));
    expect(compare(plan, dist).duplicates.map((file) => file.path)).toEqual(['copy.yaml']);
  });
});
