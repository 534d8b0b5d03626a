import fs from 'node:fs';
import path from 'node:path';
import { stdout } from '../../../lib/render/layouts/stdout';
import { write } from '../../../lib/render/write/write';
import { chart, manifest, planOf, renderErrorOf } from '../inputs';
import { contentOf, filesOf, filesPlan, recordedIn, recordLine, tempFolder } from './folders';

const put = (dir: string, name: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  fs.writeFileSync(path.join(dir, name), text);
};

describe('write', () => {
  let dist = '';
  beforeEach(() => (dist = path.join(tempFolder(), 'deep', 'dist')));

  it('makes the folder hold the plan, and a record of it', () => {
    const report = write(filesPlan({ 'b.yaml': 'b\n', 'sub/a.yaml': 'a\n' }), dist);
    expect(report).toMatchObject({ added: ['b.yaml', 'sub/a.yaml'], changed: [], removed: [], edited: [] });
    expect(filesOf(dist)).toEqual({ 'b.yaml': 'b\n', 'sub/a.yaml': 'a\n' });
    expect(recordedIn(dist)).toEqual([recordLine('b.yaml', 'b\n'), recordLine('sub/a.yaml', 'a\n')]);
  });

  it('replaces what changed, removes what is stale and the folders it empties, keeps the rest', () => {
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1', 'x/y/c.yaml': '1', 'z/d.yaml': '1' }), dist);
    put(dist, 'README.md', 'mine');
    put(dist, 'z/mine.yaml', 'mine');
    expect(write(filesPlan({ 'a.yaml': '1', 'b.yaml': '2' }), dist)).toMatchObject({
      changed: ['b.yaml'],
      unchanged: ['a.yaml'],
      removed: ['x/y/c.yaml', 'z/d.yaml'],
    });
    expect(filesOf(dist)).toEqual({
      'README.md': 'mine',
      'a.yaml': '1',
      'b.yaml': '2',
      'z/mine.yaml': 'mine',
    });
    expect(fs.existsSync(path.join(dist, 'x'))).toBe(false);
  });

  it('writes nothing at all when nothing changed', () => {
    const plan = filesPlan({ 'a.yaml': '1' });
    write(plan, dist);
    const spies = (['writeFileSync', 'mkdirSync', 'renameSync', 'rmSync', 'linkSync'] as const).map((name) =>
      jest.spyOn(fs, name),
    );
    try {
      expect(write(plan, dist).unchanged).toEqual(['a.yaml']);
      expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('replaces only what differs', () => {
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1' }), dist);
    const before = fs.statSync(path.join(dist, 'a.yaml')).ino;
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '2' }), dist);
    expect(fs.statSync(path.join(dist, 'a.yaml')).ino).toBe(before);
  });

  it('overwrites its own file though someone edited it', () => {
    write(filesPlan({ 'a.yaml': '1' }), dist);
    put(dist, 'a.yaml', 'edited');
    expect(write(filesPlan({ 'a.yaml': '1' }), dist).changed).toEqual(['a.yaml']);
    expect(filesOf(dist)).toEqual({ 'a.yaml': '1' });
  });

  it('keeps a stale file that someone edited, and tells it on every run', () => {
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1' }), dist);
    put(dist, 'b.yaml', 'edited');
    for (let run = 0; run < 2; run++) {
      expect(write(filesPlan({ 'a.yaml': '1' }), dist)).toMatchObject({ edited: ['b.yaml'], removed: [] });
    }
    expect(filesOf(dist)).toEqual({ 'a.yaml': '1', 'b.yaml': 'edited' });
    fs.rmSync(path.join(dist, 'b.yaml'));
    expect(write(filesPlan({ 'a.yaml': '1' }), dist).edited).toEqual([]);
    expect(recordedIn(dist)).toEqual([recordLine('a.yaml', '1')]);
  });

  it('takes line ends that git changed for no edit and no difference', () => {
    write(filesPlan({ 'a.yaml': 'x: 1\n', 'b.yaml': 'y: 1\n' }), dist);
    for (const [name, text] of Object.entries(contentOf(dist)))
      put(dist, name, text.replaceAll('\n', '\r\n'));
    expect(write(filesPlan({ 'a.yaml': 'x: 1\n' }), dist)).toMatchObject({
      unchanged: ['a.yaml'],
      removed: ['b.yaml'],
    });
  });

  it('prunes nothing for a part of the charts', () => {
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1' }), dist);
    expect(write(filesPlan({ 'a.yaml': '2' }), dist, { partial: true }).removed).toEqual([]);
    expect(recordedIn(dist)).toEqual([recordLine('a.yaml', '2'), recordLine('b.yaml', '1')]);
  });

  it('refuses files in the way that are not its own, all at once, and writes nothing', () => {
    put(dist, 'a.yaml', 'mine');
    put(dist, 'b.yaml/x', 'mine');
    put(dist, 'c', 'mine');
    const plan = filesPlan({ 'a.yaml': '1', 'b.yaml': '1', 'c/d.yaml': '1', 'e.yaml': '1' });
    const { problems } = renderErrorOf(() => write(plan, dist));
    expect(problems.map(({ title }) => title)).toEqual([
      '`a.yaml` exists, is not in the record of what was rendered, and holds something else',
      '`b.yaml` is a folder where a file is to be rendered',
      '`c` is a file where a folder is to be rendered',
    ]);
    expect(problems[0]?.help).toContain('--adopt');
    expect(contentOf(dist)).toEqual({ 'a.yaml': 'mine', 'b.yaml/x': 'mine', c: 'mine' });
  });

  it('adopts a file in the way when told so', () => {
    put(dist, 'a.yaml', 'mine');
    write(filesPlan({ 'a.yaml': '1' }), dist, { adopt: true });
    expect(filesOf(dist)).toEqual({ 'a.yaml': '1' });
  });

  it('judges files in the way only when no other run writes any more', () => {
    put(dist, 'a.yaml', 'of another run');
    const real = fs.linkSync;
    jest.spyOn(fs, 'linkSync').mockImplementationOnce((from, to) => {
      put(dist, '.kubewright-record', `${recordLine('a.yaml', 'of another run')}\n`);
      real(from, to);
    });
    try {
      expect(write(filesPlan({ 'a.yaml': '1' }), dist).changed).toEqual(['a.yaml']);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('does not follow symlinks in the folder', () => {
    const outside = tempFolder();
    write(filesPlan({ 'sub/a.yaml': '1', 'b.yaml': '1' }), dist);
    put(outside, 'a.yaml', '1');
    fs.rmSync(path.join(dist, 'sub'), { recursive: true });
    fs.symlinkSync(outside, path.join(dist, 'sub'));
    expect(() => write(filesPlan({ 'sub/a.yaml': '2' }), dist)).toThrow('`sub` is a symlink where a folder');
    expect(write(filesPlan({ 'b.yaml': '1' }), dist).edited).toEqual(['sub/a.yaml']);
    expect(filesOf(outside)).toEqual({ 'a.yaml': '1' });
  });

  it('does not follow a record out of the folder', () => {
    const outside = path.join(path.dirname(dist), 'a.yaml');
    write(filesPlan({ 'b.yaml': '1' }), dist);
    fs.writeFileSync(outside, '1');
    for (const name of ['../a.yaml', outside, 'x/../../a.yaml']) {
      fs.appendFileSync(path.join(dist, '.kubewright-record'), `${recordLine(name, '1')}\n`);
    }
    write(filesPlan({ 'b.yaml': '2' }), dist);
    expect(fs.readFileSync(outside, 'utf8')).toBe('1');
  });

  it('goes on from a record with a merge conflict', () => {
    write(filesPlan({ 'a.yaml': '1', 'b.yaml': '1', 'c.yaml': '1' }), dist);
    const record = path.join(dist, '.kubewright-record');
    const [a, b, c] = recordedIn(dist);
    const other = recordLine('b.yaml', '2');
    fs.writeFileSync(record, [a, '<<<<<<< HEAD', b, '=======', other, '>>>>>>> topic', c, ''].join('\n'));
    put(dist, 'b.yaml', '2');
    expect(write(filesPlan({ 'a.yaml': '1' }), dist).removed).toEqual(['b.yaml', 'c.yaml']);
    expect(recordedIn(dist)).toEqual([recordLine('a.yaml', '1')]);
  });

  it('refuses a record of a later version', () => {
    put(dist, '.kubewright-record', '# version 2\n');
    expect(() => write(filesPlan({ 'a.yaml': '1' }), dist)).toThrow('has version 2, which this release');
  });

  it('refuses a plan for standard output, and paths that leave the folder', () => {
    const stream = planOf([chart('a', manifest('ConfigMap', 'x'))], stdout());
    expect(() => write(stream, dist)).toThrow('a plan for standard output has no files');
    for (const name of ['../a.yaml', '/a.yaml', 'a//b.yaml', 'C:\\a.yaml', '.kubewright-record']) {
      expect(() => write(filesPlan({ [name]: '1' }), dist)).toThrow('paths that no file may have');
    }
    expect(fs.existsSync(dist)).toBe(false);
  });

  describe('in a folder that the stock synth wrote', () => {
    const plan = planOf([
      chart('shop', manifest('Deployment', 'shop/web'), manifest('ConfigMap', 'shop/settings')),
    ]);
    const stock = [
      'apiVersion: "apps/v1"',
      'kind: Deployment',
      'metadata:',
      '  name: web',
      '  labels:',
      '    name: other',
      '  namespace: shop',
      'spec:',
      '  template:',
      '    metadata:',
      '      name: inner',
      '---',
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      "  namespace: 'shop'",
      '  name: settings',
      '',
    ].join('\n');

    it('goes on without a word', () => {
      put(dist, 'shop.k8s.yaml', stock);
      expect(write(plan, dist)).toMatchObject({ changed: ['shop.k8s.yaml'], duplicates: [] });
    });

    it('refuses to lose an object that is not rendered', () => {
      put(dist, 'shop.k8s.yaml', stock.replace('name: settings', 'name: other'));
      expect(() => write(plan, dist)).toThrow('`shop.k8s.yaml` exists');
    });

    it('tells files that repeat its objects under an older name, and removes them when told to adopt', () => {
      put(dist, '0001-shop.k8s.yaml', stock);
      put(dist, 'part.yaml', `${stock}---\nkind: Foreign\napiVersion: v1\nmetadata:\n  name: x\n`);
      expect(write(plan, dist).duplicates.map(({ path: name, whole }) => [name, whole])).toEqual([
        ['0001-shop.k8s.yaml', true],
        ['part.yaml', false],
      ]);
      expect(write(plan, dist, { adopt: true })).toMatchObject({ removed: ['0001-shop.k8s.yaml'] });
      expect(Object.keys(filesOf(dist))).toEqual(['part.yaml', 'shop.k8s.yaml']);
    });
  });

  describe('when the disk fails', () => {
    afterEach(() => jest.restoreAllMocks());

    const failAt = (name: 'writeFileSync' | 'renameSync', count: number, matches: RegExp): void => {
      const real = fs[name] as (...args: unknown[]) => unknown;
      let left = count;
      jest.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
        if (matches.test(String(args[0])) && left-- === 0) {
          const error = new Error(`ENOSPC: no space left on device, ${name}`);
          throw Object.assign(error, { code: 'ENOSPC', syscall: name });
        }
        return real(...args);
      });
    };
    const old = { 'a.yaml': 'old', 'b.yaml': 'old', 'c.yaml': 'old' };
    const next = { 'a.yaml': 'new', 'b.yaml': 'new', 'd.yaml': 'new' };

    it.each([0, 1, 2, 3])('leaves everything as it was while it prepares (%i)', (count) => {
      write(filesPlan(old), dist);
      const before = contentOf(dist);
      failAt('writeFileSync', count, /kubewright-tmp.*\/\d+$/);
      expect(() => write(filesPlan(next), dist)).toThrow(/ENOSPC.*nothing was changed/);
      jest.restoreAllMocks();
      expect(contentOf(dist)).toEqual(before);
    });

    it('says what it replaced and what not, keeps every file whole, and is mended by the next run', () => {
      write(filesPlan(old), dist);
      failAt('renameSync', 2, /kubewright-tmp.*\/\d+$/);
      expect(() => write(filesPlan(next), dist)).toThrow('replaced: `d.yaml`; as before: `a.yaml`, `b.yaml`');
      jest.restoreAllMocks();
      expect(filesOf(dist)).toEqual({ ...old, 'd.yaml': 'new' });
      write(filesPlan(next), dist);
      expect(filesOf(dist)).toEqual(next);
      expect(recordedIn(dist)).toEqual(Object.keys(next).map((name) => recordLine(name, 'new')));
    });
  });
});
