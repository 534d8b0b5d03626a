import { Project } from '../support/project';
import { configMap, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

beforeEach(() => project.reset({ 'main.ts': TWO_FOLDERS }));

afterAll(() => project.remove());

/** For two clusters: the same names in both. */
const TWO_FOLDERS = `
import { ApiObject, App, Chart } from 'cdk8s';
for (const env of ['prod', 'staging']) {
  const app = new App({ outdir: 'dist/' + env });
  for (const id of ['web', env]) {
    new ApiObject(new Chart(app, id), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data: { env } } as never);
  }
  app.synth();
}
`;

const yamlIn = (folder: string) => project.list(folder).filter((name) => name.endsWith('.yaml'));

it('renders each App into its folder', () => {
  expect(project.run(['synth'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: `+ prod.k8s.yaml
+ web.k8s.yaml
dist/prod: 2 files, 2 added
+ staging.k8s.yaml
+ web.k8s.yaml
dist/staging: 2 files, 2 added
`,
  });
  expect(project.read('dist/staging/web.k8s.yaml')).toContain('env: staging');
});

it('keeps the folders apart below --out', () => {
  project.run(['synth', '--out', 'elsewhere']);
  expect(yamlIn('elsewhere')).toEqual([
    'prod/prod.k8s.yaml',
    'prod/web.k8s.yaml',
    'staging/staging.k8s.yaml',
    'staging/web.k8s.yaml',
  ]);
  expect(project.list('dist')).toEqual([]);
});

it('takes --out for an App of one folder, whatever that is', () => {
  project.write({ 'main.ts': rendering({ web: [configMap('web')] }, { outdir: 'manifests' }) });
  project.run(['synth']);
  project.run(['synth', '--out', 'elsewhere']);
  expect([yamlIn('manifests'), yamlIn('elsewhere')]).toEqual([['web.k8s.yaml'], ['web.k8s.yaml']]);
});

it('finds a chart of --only in any of them', () => {
  expect(project.run(['synth', '--only', 'prod']).stdout).toBe(
    '+ prod.k8s.yaml\ndist/prod: 1 file, 1 added\ndist/staging: 0 files, all up to date\n',
  );
  expect(project.run(['synth', '--only', 'neither']).status).toBe(2);
});

it('checks and compares each folder with its own', () => {
  project.git('init', '-q');
  project.run(['synth']);
  project.git('add', 'dist');
  project.git('commit', '-qm', 'first');
  expect(project.run(['synth', '--check']).stdout).toBe(
    'dist/prod is up to date: 2 files\ndist/staging is up to date: 2 files\n',
  );
  expect(project.run(['diff']).stdout).toBe('no changes\n');
  project.run(['synth', '--out', 'copy']);
  expect(project.run(['diff', 'copy']).stdout).toBe('no changes\n');
  project.write({
    'main.ts': TWO_FOLDERS.replace('data: { env }', "data: { env: env.replace('prod', 'live') }"),
  });
  const changes = '~ ConfigMap web\n      data.env: prod -> live\n';
  expect(project.run(['diff']).stdout).toContain(changes);
  expect(project.run(['diff', 'copy']).stdout).toContain(changes);
  const { status, stdout } = project.run(['synth', '--check']);
  expect(status).toBe(1);
  expect(stdout).toContain(changes);
  expect(stdout).toContain('dist/staging is up to date');
});

it('writes to none of them when one does not take it', () => {
  project.write({ 'dist/staging/web.k8s.yaml': 'mine: true\n' });
  const { status, stderr } = project.run(['synth']);
  expect(status).toBe(1);
  expect(stderr).toContain('`web.k8s.yaml` exists');
  expect(yamlIn('dist')).toEqual(['staging/web.k8s.yaml']);
});

it('renders Apps of one folder together, and refuses what they both make', () => {
  project.write({
    'main.ts': `${rendering({ web: [configMap('web')] })}
{ const app = new App(); new ApiObject(new Chart(app, 'api'), 'map', ${JSON.stringify(configMap('api'))}); app.synth(); }`,
  });
  expect(project.run(['synth']).stdout).toContain('dist: 2 files, 2 added');
  project.write({ 'main.ts': TWO_FOLDERS.replace("'dist/' + env", "'dist'") });
  const { status, stderr } = project.run(['synth']);
  expect(status).toBe(1);
  expect(stderr).toContain('error: ConfigMap `web` is made twice');
});

it('honours what an App was made with', () => {
  project.write({ 'main.ts': rendering({ web: [configMap('web')] }, { outputFileExtension: '.yaml' }) });
  project.run(['synth']);
  expect(yamlIn('dist')).toEqual(['web.yaml']);
  project.write({ 'main.ts': rendering({ web: [configMap('web')] }, { yamlOutputType: 3 }) });
  project.run(['synth']);
  expect(yamlIn('dist')).toEqual(['web/core_v1_ConfigMap_web.yaml']);
  project.run(['synth', '--layout', 'single-file']);
  expect(yamlIn('dist')).toEqual(['app.k8s.yaml']);
});
