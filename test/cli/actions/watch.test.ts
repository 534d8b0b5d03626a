import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { Project } from '../support/project';
import { Watched } from '../support/watched';

let project: Project;
let watched: Watched | undefined;

beforeAll(() => {
  project = new Project();
});

beforeEach(() =>
  project.reset({
    'main.ts': MAIN,
    'charts/web.ts': web('one'),
    'cdk8s.yaml': 'app: npx ts-node main.ts\n',
    'tsconfig.json': '{ "compilerOptions": { "module": "commonjs", "esModuleInterop": true } }',
  }),
);

afterEach(async () => {
  await watched?.stop();
});

afterAll(() => project.remove());

const MAIN = `
import { ApiObject, App, Chart } from 'cdk8s';
import { data } from './charts/web';
const app = new App();
new ApiObject(new Chart(app, 'web'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data } as never);
app.synth();
`;

const web = (value: string): string => `export const data: Record<string, string> = { value: '${value}' };\n`;
const change = (value: string, to: string): string =>
  `~ ConfigMap web\n      data.value: ${value} -> ${to}\n1 changed (`;

/** Starts, and waits for the first render. */
async function start(...args: readonly string[]): Promise<Watched> {
  watched = new Watched(project, ...args);
  await watched.until('waiting for changes\n');
  return watched;
}

it('renders, then again on each save, and shows what changed', async () => {
  watched = new Watched(project);
  expect(await watched.until('waiting for changes\n')).toMatch(
    /^dist: 1 object in \d+ ms; waiting for changes\n$/,
  );
  expect(project.read('dist/web.k8s.yaml')).toContain('value: one');
  project.write({ 'charts/web.ts': web('two') });
  expect(await watched.until(' ms)\n')).toContain(change('one', 'two'));
  expect(project.read('dist/web.k8s.yaml')).toContain('value: two');
  project.write({ 'main.ts': MAIN.replace("'web' }", "'other' }") });
  expect(await watched.until(' ms)\n')).toContain('> ConfigMap web -> other');
});

describe('what the checks find', () => {
  const service = (app: string): string =>
    MAIN.replace(
      'app.synth();',
      `new ApiObject(app.node.findChild('web') as Chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ${app} ports: [{ port: 80 }] } } as never);\napp.synth();`,
    );
  const broken = service("selector: { app: 'web' },");

  it('is told once it is written, again when it has changed, and when there is no more', async () => {
    project.write({ 'main.ts': broken });
    const running = await start();
    expect(await running.until('tells more\n')).toContain(
      'error[K301]: Service `default/web` selects no pod\n --> main.ts:6:1\n',
    );
    expect(project.read('dist/web.k8s.yaml')).toContain('kind: Service');
    project.write({ 'charts/web.ts': web('two') });
    expect(await running.until(' ms)\n')).toContain(change('one', 'two'));
    project.write({ 'kubewright.config.ts': "export default { severities: { K301: 'warning' } };\n" });
    expect(await running.until('tells more\n')).toContain('no changes');
    project.write({ 'kubewright.config.ts': "export default { severities: { K301: 'wrong' } };\n" });
    expect(await running.until('kubewright.config.ts\n')).toContain('"wrong" is none of off');
    project.write({ 'kubewright.config.ts': 'export default {};\n' });
    expect(await running.until('tells more\n')).toContain('error[K301]');
    project.write({ 'main.ts': service('') });
    expect(await running.until('check: no findings in 2 objects\n')).not.toContain('K301');
  });

  it('is looked for anew when a file has changed that the settings name', async () => {
    const nodes = (disk: string): string =>
      `apiVersion: v1\nkind: Node\nmetadata: { name: a, labels: { disk: ${disk} } }\n`;
    project.write({
      'main.ts': MAIN.replace(
        'app.synth();',
        `new ApiObject(app.node.findChild('web') as Chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'web', image: 'example.com/web:1.0.0' }] } } as never);\napp.synth();`,
      ),
      'nodes.yaml': nodes('ssd'),
      'kubewright.config.ts': "export default { external: { nodes: 'nodes.yaml' } };\n",
    });
    const running = await start();
    expect(await running.until('tells more\n')).not.toContain('K470');
    project.write({ 'nodes.yaml': nodes('hdd') });
    expect(await running.until('tells more\n')).toContain('error[K470]');
    project.write({ 'nodes.yaml': 'kind: [\n' });
    await running.until('nodes.yaml:');
    project.write({ 'nodes.yaml': nodes('ssd') });
    expect(await running.until('in 2 objects')).not.toContain('K470');
  });

  it('is not looked for with --no-check', async () => {
    project.write({ 'main.ts': broken });
    const running = await start('--no-check');
    project.write({ 'charts/web.ts': web('two') });
    expect(await running.until(' ms)\n')).not.toContain('K301');
  });
});

it('writes where --out and --layout say', async () => {
  await start('--out', 'elsewhere', '--layout', 'single-file');
  expect(project.list('elsewhere')).toEqual(['.kubewright-record', 'app.k8s.yaml']);
});

it('survives a syntax error, an exception and a validation, leaves the output, and recovers', async () => {
  const running = await start();
  project.write({ 'charts/web.ts': 'export const data = {;\n' });
  expect(await running.until(' ^\n')).toContain(' --> charts/web.ts:1:22\n');
  project.write({ 'charts/web.ts': 'export const data = {};\nthrow new Error("broken");\n' });
  expect(await running.until('from main.ts')).toContain('uncaught: broken\n --> charts/web.ts:2:7\n');
  project.write({ 'charts/web.ts': 'export const data = { value: NaN };\n' });
  expect(await running.until('help: mend')).toContain('error: ConfigMap web: data.value is NaN');
  expect(project.read('dist/web.k8s.yaml')).toContain('value: one');
  project.write({ 'charts/web.ts': web('two') });
  expect(await running.until(' ms)\n')).toContain(change('one', 'two'));
});

it('says that all is well again when nothing changed', async () => {
  const running = await start();
  project.write({ 'charts/web.ts': 'x y' });
  await running.until('syntax error');
  project.write({ 'charts/web.ts': web('one') });
  await running.until('no changes (');
});

it('follows a file from the moment it is imported, and one that is missing until it comes', async () => {
  const running = await start();
  project.write({ 'charts/web.ts': "export { data } from '../lib/deep/values';\n" });
  await running.until('cannot find the file ../lib/deep/values');
  mkdirSync(project.path('lib'));
  await running.until('cannot find the file ../lib/deep/values');
  project.write({ 'lib/deep/values.ts': web('two') });
  await running.until(change('one', 'two'));
  project.write({ 'lib/deep/values.ts': web('three') });
  await running.until(change('two', 'three'));
});

it('notices a file that is deleted, a folder that is moved away, and when they are back', async () => {
  const running = await start();
  rmSync(project.path('charts/web.ts'));
  await running.until('cannot find the file ./charts/web');
  project.write({ 'charts/web.ts': web('two') });
  await running.until(change('one', 'two'));
  renameSync(project.path('charts'), project.path('away'));
  await running.until('cannot find the file ./charts/web');
  renameSync(project.path('away'), project.path('charts'));
  await running.until('no changes (');
  project.write({ 'charts/web.ts': web('three') });
  await running.until(change('two', 'three'));
});

it('follows JSON that is imported, and files that the program reads', async () => {
  project.write({
    'charts/web.ts': `import { readFileSync } from 'node:fs';
import json from './values.json';
export const data = { value: json.value, text: readFileSync('note.txt', 'utf8') };\n`,
    'charts/values.json': '{ "value": "one" }',
    'note.txt': 'hello',
  });
  const running = await start();
  project.write({ 'charts/values.json': '{ "value": "two" }' });
  await running.until(change('one', 'two'));
  project.write({ 'note.txt': 'there' });
  await running.until('data.text: hello -> there');
});

it('follows cdk8s.yaml and tsconfig.json, also while they are broken', async () => {
  const running = await start();
  project.write({ 'cdk8s.yaml': 'app: [' });
  await running.until('cdk8s.yaml is not YAML');
  project.write({ 'cdk8s.yaml': 'app: npx ts-node main.ts\noutput: out\n' });
  await running.until('out: 1 object in');
  project.write({ 'tsconfig.json': '{' });
  await running.until('tsconfig.json is not JSON');
  project.write({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "@web": ["./charts/web"] } } }' });
  await running.until('no changes (');
  project.write({ 'main.ts': MAIN.replace('./charts/web', '@web') });
  await running.until('no changes (');
});

it('waits for a program that is not there yet', async () => {
  project.reset({});
  watched = new Watched(project);
  await watched.until('there is no program in');
  project.write({ 'charts/web.ts': web('one'), 'main.ts': MAIN });
  await watched.until('dist: 1 object in');
});

it('answers rapid saves by few runs, and the last one counts', async () => {
  const running = await start();
  for (let i = 0; i < 50; i++) project.write({ 'charts/web.ts': web(`v${String(i)}`) });
  let printed = '';
  while (!printed.includes('-> v49')) printed += await running.until(' ms)\n');
  expect(printed.split(' ms)').length).toBeLessThan(25);
  expect(project.read('dist/web.k8s.yaml')).toContain('value: v49');
});

it('sees a save by rename, as editors do it, again and again', async () => {
  const running = await start();
  for (const [before, after] of [
    ['one', 'two'],
    ['two', 'three'],
  ] as const) {
    project.write({ 'charts/.web.ts.swp': 'x', 'charts/4913': '', 'charts/web.ts~': web(after) });
    renameSync(project.path('charts/web.ts~'), project.path('charts/web.ts'));
    expect(await running.until(change(before, after))).not.toContain('no changes');
  }
});

it('misses no save that comes while it renders', async () => {
  project.write({
    'charts/web.ts': `${web('one')}require('node:fs').writeFileSync('started', '');
const end = Date.now() + 1500;
while (Date.now() < end);\n`,
  });
  watched = new Watched(project);
  const patience = Date.now() + 20_000;
  while (!project.list('.').includes('started') && Date.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 5));
  project.write({ 'charts/web.ts': web('two') });
  await watched.until('waiting for changes');
  const later = await watched.until(' ms)\n');
  expect(later).toContain(change('one', 'two'));
});

it('does not run for a file that is touched, written as it was, or none of its own', async () => {
  const running = await start();
  const now = statSync(project.path('main.ts')).mtime;
  utimesSync(project.path('main.ts'), now, new Date(now.getTime() + 5000));
  project.write({
    'charts/web.ts': web('one'),
    'README.md': 'x',
    'charts/other.ts': 'x',
    'dist/hand.yaml': 'x',
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  project.write({ 'charts/web.ts': web('two') });
  expect(await running.until(' ms)\n')).toMatch(/^~ ConfigMap web/);
});

it('does not run for ever when the program writes what it reads, or its errors are logged beside it', async () => {
  project.write({
    'charts/web.ts': `import { readFileSync, writeFileSync } from 'node:fs';
writeFileSync('gen.json', '{}');
writeFileSync('errors.log', String(Date.now()));
readFileSync('gen.json');
${web('one')}
if (process.env.NEVER) throw new Error();\n`,
  });
  const running = await start();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(running.output.split(' ms)').length).toBeLessThanOrEqual(2);
  project.write({ 'charts/web.ts': project.read('charts/web.ts').replace('if (process.env.NEVER) ', '') });
  await running.until('uncaught');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(running.output.split('uncaught').length).toBeLessThanOrEqual(2);
});

it('compares each of several folders with its own', async () => {
  project.write({
    'main.ts': `import { ApiObject, App, Chart } from 'cdk8s';
import { data } from './charts/web';
for (const env of ['prod', 'staging']) {
  const app = new App({ outdir: 'dist/' + env });
  const values = { value: env === 'prod' ? data.value : env };
  new ApiObject(new Chart(app, 'web'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: values } as never);
  app.synth();
}\n`,
  });
  const running = await start();
  project.write({ 'charts/web.ts': web('two') });
  expect(await running.until(' ms)\n')).toMatch(/^~ ConfigMap web\n {6}data.value: one -> two\n1 changed \(/);
});

it('watches the sources of a program in a process of its own', async () => {
  project.reset({
    'cdk8s.yaml': 'app: "node tool/write.cjs && true"\n',
    'tool/write.cjs':
      "require('node:fs').copyFileSync('values.yaml', process.env.CDK8S_OUTDIR + '/a.k8s.yaml');",
    'values.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n',
  });
  const running = await start();
  project.write({ 'values.yaml': project.read('values.yaml').replace('name: a', 'name: b') });
  await running.until('> ConfigMap a -> b');
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 at %s, and leaves nothing behind', async (signal) => {
  const running = await start();
  expect(await running.signal(signal)).toEqual([0, null]);
  expect(running.output).toBe('');
  expect(project.list('dist')).toEqual(['.kubewright-record', 'web.k8s.yaml']);
});

it('ends when nobody reads it any more', async () => {
  const running = await start();
  await running.closeOutput();
  project.write({ 'charts/web.ts': web('two') });
  expect(await running.ended).toEqual([0, null]);
});

it('refuses a layout that does not exist at once', () => {
  expect(project.run(['watch', '--layout', 'none'])).toMatchObject({ status: 2, stdout: '' });
});
