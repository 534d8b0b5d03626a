import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findManifestFiles } from '../../lib/read/find-manifest-files';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kubewright-find-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), '');
  }
}

async function find(...args: string[]): Promise<{ files: readonly string[]; problems: string[] }> {
  const { files, problems } = await findManifestFiles(args, { cwd });
  expect(problems.every(({ reason, span }) => reason === 'file' && span.line === 1)).toBe(true);
  return { files, problems: problems.map(({ what }) => what) };
}

describe('a folder', () => {
  test('stands for its manifests, in the order of names, folders among them', async () => {
    write(
      'k8s/b.yml',
      'k8s/a.yaml',
      'k8s/B.json',
      'k8s/aa/z.yaml',
      'k8s/README.md',
      'k8s/aa/c/d.yaml',
      'k8s/x.yaml.bak',
    );
    expect(await find('k8s')).toEqual({
      files: ['k8s/B.json', 'k8s/a.yaml', 'k8s/aa/c/d.yaml', 'k8s/aa/z.yaml', 'k8s/b.yml'],
      problems: [],
    });
    expect((await find('./k8s/')).files[0]).toBe('k8s/B.json');
    expect((await find('.')).files[0]).toBe('k8s/B.json');
    expect((await find(join(cwd, 'k8s'))).files[1]).toBe(join(cwd, 'k8s/a.yaml'));
  });

  test('is not searched for packages and dot folders, unless one is named', async () => {
    write('a.yaml', 'node_modules/b.yaml', '.git/c.yaml', 'd/.github/e.yaml', '.f.yaml');
    expect((await find('.')).files).toEqual(['.f.yaml', 'a.yaml']);
    expect((await find('node_modules', 'd/.github')).files).toEqual([
      'node_modules/b.yaml',
      'd/.github/e.yaml',
    ]);
  });

  test('without manifests is a problem', async () => {
    write('k8s/README.md', 'a.yaml');
    expect(await find('k8s', 'a.yaml')).toEqual({
      files: ['a.yaml'],
      problems: ['the folder k8s has no manifests'],
    });
  });

  test('may have links in it, in circles too', async () => {
    write('k8s/a.yaml', 'other/b.yaml');
    symlinkSync('..', join(cwd, 'k8s/up'));
    symlinkSync('../other', join(cwd, 'k8s/other'));
    symlinkSync('a.yaml', join(cwd, 'k8s/link.yaml'));
    symlinkSync('.', join(cwd, 'k8s/self'));
    symlinkSync('nowhere', join(cwd, 'k8s/broken.yaml'));
    symlinkSync('nowhere', join(cwd, 'k8s/broken.txt'));
    expect(await find('k8s')).toEqual({
      files: ['k8s/a.yaml', 'k8s/link.yaml', 'k8s/other/b.yaml', 'k8s/up/other/b.yaml'],
      problems: ['the link k8s/broken.yaml leads nowhere'],
    });
  });
});

describe('a file', () => {
  test('is taken whatever its name, and once', async () => {
    write('a.txt', 'k8s/b.yaml', 'k8s/[c].yaml', 'k8s/c.yaml');
    expect(await find('a.txt', 'k8s/b.yaml', 'k8s', './a.txt', '-', '-')).toEqual({
      files: ['a.txt', 'k8s/b.yaml', 'k8s/[c].yaml', 'k8s/c.yaml', '-'],
      problems: [],
    });
    expect((await find('k8s/[c].yaml')).files).toEqual(['k8s/[c].yaml']);
  });

  test('that is not there is a problem', async () => {
    write('a.yaml');
    expect(await find('b.yaml', 'a.yaml', 'a.yaml/c', '')).toEqual({
      files: ['a.yaml'],
      problems: ['b.yaml does not exist', 'a.yaml/c does not exist', 'an argument is empty'],
    });
  });
});

describe('a glob', () => {
  test('stands for what it matches', async () => {
    write(
      'charts/web/a.yaml',
      'charts/web/b.yml',
      'charts/db/a.yaml',
      'charts/c.yaml',
      'charts/NOTES.txt',
      'top.yaml',
    );
    expect((await find('charts/**/a.yaml')).files).toEqual(['charts/db/a.yaml', 'charts/web/a.yaml']);
    expect((await find('*.yaml')).files).toEqual(['top.yaml']);
    expect((await find('./charts/*/*.{yaml,yml}')).files).toEqual([
      'charts/db/a.yaml',
      'charts/web/a.yaml',
      'charts/web/b.yml',
    ]);
    expect((await find('charts/**')).files).toHaveLength(4);
    expect((await find('charts/*.txt')).files).toEqual(['charts/NOTES.txt']);
    expect((await find(join(cwd, 'charts/*.yaml'))).files).toEqual([join(cwd, 'charts/c.yaml')]);
    expect((await find('charts/web/../*.yaml')).files).toEqual(['charts/c.yaml']);
  });

  test('leaves packages and dot folders out, unless it names them', async () => {
    write('a/b.yaml', 'a/node_modules/b.yaml', 'a/.x/b.yaml', '.github/w/b.yaml');
    expect((await find('**/b.yaml')).files).toEqual(['a/b.yaml']);
    expect((await find('a/.x/*.yaml', '.github/**/*.yaml')).files).toEqual([
      'a/.x/b.yaml',
      '.github/w/b.yaml',
    ]);
    expect((await find('*/.x/*.yaml')).files).toEqual(['a/.x/b.yaml']);
  });

  test('that matches nothing is a problem', async () => {
    write('a.yaml');
    expect(await find('*.json', 'none/**/*.yaml')).toEqual({
      files: [],
      problems: ['nothing matches *.json', 'nothing matches none/**/*.yaml'],
    });
  });
});
