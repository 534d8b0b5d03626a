import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Project } from '../support/project';
import { type Charts, configMap, rendering } from '../support/programs';

const CHARTS: Charts = {
  web: [configMap('web', { port: '8080' })],
  api: [configMap('api'), configMap('api-extra')],
  db: [configMap('db')],
};

let project: Project;

beforeAll(() => {
  project = new Project();
});

beforeEach(() => project.reset({ 'main.ts': rendering(CHARTS) }));

afterAll(() => project.remove());

describe('kubewright synth', () => {
  it('writes what the program renders, and a second time nothing', () => {
    expect(project.run(['synth'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: '+ api.k8s.yaml\n+ db.k8s.yaml\n+ web.k8s.yaml\ndist: 3 files, 3 added\n',
    });
    const files = project.list('dist');
    expect(files).toEqual(['.kubewright-record', 'api.k8s.yaml', 'db.k8s.yaml', 'web.k8s.yaml']);
    expect(project.read('dist/web.k8s.yaml')).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  port: "8080"\n',
    );
    const stamps = () =>
      files.map((file) => statSync(project.path(`dist/${file}`), { bigint: true }).ctimeNs);
    const before = stamps();
    expect(project.run(['synth'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: 'dist: 3 files, all up to date\n',
    });
    expect(stamps()).toEqual(before);
  });

  it('says what changed, and removes what is rendered no more, but nothing of others', () => {
    project.run(['synth']);
    project.write({
      'main.ts': rendering({ web: [configMap('web', { port: '80' })], api: CHARTS.api ?? [] }),
      'dist/hand.yaml': 'mine',
    });
    expect(project.run(['synth']).stdout).toBe(
      '~ web.k8s.yaml\n- db.k8s.yaml\ndist: 2 files, 1 changed, 1 removed\n',
    );
    expect(project.list('dist')).toEqual(['.kubewright-record', 'api.k8s.yaml', 'hand.yaml', 'web.k8s.yaml']);
  });

  it('lists twenty files by name, and counts the rest', () => {
    const many = Object.fromEntries(
      Array.from({ length: 22 }, (_, i) => [`c${String(i)}`, [configMap(`c${String(i)}`)]]),
    );
    project.write({ 'main.ts': rendering(many) });
    const { stdout } = project.run(['synth']);
    expect(stdout.split('\n')).toHaveLength(23);
    expect(stdout).toContain('... and 2 more\ndist: 22 files, 22 added\n');
  });

  it('writes where --out says: relative, absolute, outside of the project', () => {
    const outside = mkdtempSync(join(tmpdir(), 'kubewright-out-'));
    try {
      expect(project.run(['synth', '--out', 'out/yaml']).stdout).toContain('out/yaml: 3 files');
      expect(project.list('out/yaml')).toContain('web.k8s.yaml');
      expect(project.run(['synth', '-o', project.path('abs')]).stdout).toContain('\nabs: 3 files');
      expect(project.run(['synth', '--out', outside]).stdout).toContain(`${outside}: 3 files`);
      expect(readFileSync(join(outside, 'db.k8s.yaml'), 'utf8')).toContain('name: db');
      expect(project.list('dist')).toEqual([]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('takes the output folder of cdk8s.yaml', () => {
    project.write({ 'cdk8s.yaml': 'app: npx ts-node main.ts\noutput: manifests\n' });
    expect(project.run(['synth']).stdout).toContain('manifests: 3 files');
    expect(project.list('dist')).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['file-per-chart', ['api.k8s.yaml', 'db.k8s.yaml', 'web.k8s.yaml']],
    [
      'file-per-object',
      [
        'core_v1_ConfigMap_api-extra.yaml',
        'core_v1_ConfigMap_api.yaml',
        'core_v1_ConfigMap_db.yaml',
        'core_v1_ConfigMap_web.yaml',
      ],
    ],
    [
      'folder-per-chart',
      [
        'api/core_v1_ConfigMap_api-extra.yaml',
        'api/core_v1_ConfigMap_api.yaml',
        'db/core_v1_ConfigMap_db.yaml',
        'web/core_v1_ConfigMap_web.yaml',
      ],
    ],
    ['single-file', ['app.k8s.yaml']],
    [
      '{chart}/{kind}-{name}.yml',
      [
        'api/ConfigMap-api-extra.yml',
        'api/ConfigMap-api.yml',
        'db/ConfigMap-db.yml',
        'web/ConfigMap-web.yml',
      ],
    ],
  ])('lays files out by %s, and takes the old layout away', (layout, files) => {
    project.run(['synth', '--layout', layout === 'single-file' ? 'file-per-object' : 'single-file']);
    expect(project.run(['synth', '--layout', layout])).toMatchObject({ status: 0, stderr: '' });
    expect(project.list('dist')).toEqual(['.kubewright-record', ...files]);
  });

  it('refuses an unknown layout or shard before it runs the program', () => {
    project.write({ 'main.ts': 'throw new Error("it ran")' });
    for (const [option, message] of [
      ['--layout=file-per-chrat', "error: unknown layout 'file-per-chrat'"],
      ['--shard=3/2', 'error: --shard 3/2 is no part'],
    ] as const) {
      const { status, stderr } = project.run(['synth', option]);
      expect(status).toBe(2);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('it ran');
    }
  });

  it('adds a Kustomization that kubectl -R does not take for a manifest', () => {
    project.run(['synth', '--kustomization']);
    expect(project.read('dist/Kustomization')).toContain(
      'resources:\n  - api.k8s.yaml\n  - db.k8s.yaml\n  - web.k8s.yaml\n',
    );
    project.run(['synth']);
    expect(project.list('dist')).not.toContain('Kustomization');
  });

  it('shows no progress and no colour where no terminal is, and colours where they are asked for', () => {
    project.write({
      'main.ts': `${rendering(CHARTS)}\nconst end = Date.now() + 1500; while (Date.now() < end);`,
    });
    expect(project.run(['synth']).stderr).toBe('');
    project.write({ 'dist/web.k8s.yaml': 'a: b' });
    expect(project.run(['synth', '--check'], { NO_COLOR: '1', FORCE_COLOR: '1' }).stdout).not.toContain(
      '\u001b',
    );
    expect(project.run(['synth', '--check'], { FORCE_COLOR: '1' }).stdout).toContain(
      '\u001b[1;36m~ web.k8s.yaml',
    );
  });
});

describe('kubewright synth --stdout', () => {
  it('prints one stream of YAML and writes no file', () => {
    const { status, stdout, stderr } = project.run(['synth', '--stdout']);
    expect([status, stderr]).toEqual([0, '']);
    expect(names(stdout)).toEqual(['api', 'api-extra', 'db', 'web']);
    expect(project.list('dist')).toEqual([]);
  });

  it('is YAML alone, whenever the program prints', () => {
    project.write({
      'main.ts': `
        import { ApiObject, App, Chart, Lazy } from 'cdk8s';
        console.log('while it is loaded');
        const app = new App();
        const chart = new Chart(app, 'web');
        chart.node.addValidation({ validate: () => (console.log('in a validation'), []) });
        const produce = () => (process.stdout.write('in a token\\n'), 'value');
        new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: Lazy.any({ produce }) } } as never);
        setTimeout(() => console.log('later'), 20);
        app.synth();
      `,
    });
    const { status, stdout, stderr } = project.run(['synth', '--stdout']);
    expect(status).toBe(0);
    expect(stdout).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: value\n');
    expect(stderr.trim().split('\n').sort()).toEqual([
      'in a token',
      'in a validation',
      'later',
      'while it is loaded',
    ]);
  });

  it('is of the charts that --only names', () => {
    expect(names(project.run(['synth', '--stdout', '--only', 'db', '--only', 'web']).stdout)).toEqual([
      'db',
      'web',
    ]);
  });

  it('does not go with what files are written by', () => {
    for (const option of [
      '--check',
      '--out=x',
      '--layout=single-file',
      '--kustomization',
      '--shard=1/2',
      '--adopt',
    ]) {
      const { status, stderr } = project.run(['synth', '--stdout', option]);
      expect(status).toBe(2);
      expect(stderr).toContain(`--stdout does not go with ${option.replace(/=.*/, '')}`);
    }
  });

  it('puts what others need first', () => {
    project.write({
      'main.ts': rendering({
        a: [{ ...configMap('a'), metadata: { name: 'a', namespace: 'shop' } }],
        z: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }],
      }),
    });
    const { stdout } = project.run(['synth', '--stdout']);
    expect(names(stdout)).toEqual(['shop', 'a']);
    project.run(['synth']);
    expect(project.list('dist')).toEqual(['.kubewright-record', '00-shared.k8s.yaml', 'a.k8s.yaml']);
  });
});

describe('kubewright synth --only and --shard', () => {
  const NESTED = `
    import { ApiObject, App, Chart } from 'cdk8s';
    const app = new App();
    const add = (scope: App | Chart, id: string): Chart => {
      const chart = new Chart(scope, id);
      new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
      return chart;
    };
    const shop = add(app, 'shop');
    add(shop, 'cart');
    add(shop, 'pay');
    add(app, 'shopping');
    app.synth();
  `;

  it('writes the files of these charts, and removes nothing', () => {
    project.run(['synth']);
    project.write({
      'main.ts': rendering({ web: [configMap('web', { port: '80' })], api: [configMap('api')] }),
    });
    expect(project.run(['synth', '--only', 'web']).stdout).toBe('~ web.k8s.yaml\ndist: 1 file, 1 changed\n');
    expect(project.list('dist')).toContain('db.k8s.yaml');
    expect(project.read('dist/api.k8s.yaml')).toContain('api-extra');
    expect(project.run(['synth']).stdout).toContain('- db.k8s.yaml');
  });

  it('knows a chart by the path that list prints, with the charts in it, and by the name of its file', () => {
    project.write({ 'main.ts': NESTED });
    const only = (...args: string[]) =>
      names(project.run(['synth', '--stdout', ...args.flatMap((name) => ['--only', name])]).stdout);
    expect(only('shop')).toEqual(['shop', 'cart', 'pay']);
    expect(only('shop/pay')).toEqual(['pay']);
    expect(only('shop/')).toEqual(['shop', 'cart', 'pay']);
    expect(only('shopping', 'shop/cart')).toEqual(['cart', 'shopping']);
    project.run(['synth']);
    const file = project.list('dist').find((name) => name.startsWith('shop-cart')) ?? '';
    expect(only(file.replace('.k8s.yaml', ''))).toEqual(['cart']);
    const listed = project
      .run(['list'])
      .stdout.split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    for (const path of listed.filter((line) => line !== '')) expect(only(path)).not.toEqual([]);
  });

  it('knows no other, and tells the nearest', () => {
    expect(project.run(['synth', '--only', 'web', '--only', 'apj'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: "error: there is no chart 'apj'\n  help: did you mean 'api'?\n",
    });
    expect(project.run(['synth', '--only', 'xyz']).stderr).toContain('`kubewright list` tells the charts');
    expect(project.list('dist')).toEqual([]);
  });

  it('puts every file into exactly one shard', () => {
    const all = ['file-per-object', 'file-per-chart'].flatMap((layout) => {
      const shards = ['1/3', '2/3', '3/3'].map((shard) => {
        project.run([
          'synth',
          '--layout',
          layout,
          '--kustomization',
          '--shard',
          shard,
          '--out',
          shard.slice(0, 1),
        ]);
        return project.list(shard.slice(0, 1)).filter((name) => !name.startsWith('.'));
      });
      project.run(['synth', '--layout', layout, '--kustomization', '--out', 'whole']);
      expect(shards.flat().sort()).toEqual(project.list('whole').filter((name) => !name.startsWith('.')));
      expect(Math.max(...shards.map(({ length }) => length))).toBeLessThan(3);
      for (const folder of ['1', '2', '3', 'whole']) rmSync(project.path(folder), { recursive: true });
      return shards;
    });
    expect(all.flat()).not.toEqual([]);
  });

  it('makes shards of what --only names', () => {
    const shard = (i: number) =>
      project.run(['synth', '--only', 'web', '--only', 'db', '--shard', `${String(i)}/2`]).stdout;
    expect(shard(1)).toContain('+ db.k8s.yaml\ndist: 1 file');
    expect(shard(2)).toContain('+ web.k8s.yaml\ndist: 1 file');
  });
});

function names(text: string): readonly string[] {
  return parseAllDocuments(text).map(
    (document) => (document.toJS() as { metadata: { name: string } }).metadata.name,
  );
}
