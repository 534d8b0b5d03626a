import { Project } from '../support/project';
import { configMap, deployment, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

beforeEach(() => {
  project.reset({ 'main.ts': program('nginx:1.27') });
  project.run(['synth']);
});

afterAll(() => project.remove());

function program(image: string): string {
  return rendering({ web: [deployment('web', image)], api: [configMap('api')] });
}

const contents = () =>
  Object.fromEntries(project.list('dist').map((name) => [name, project.read(`dist/${name}`)]));

it('is green when the folder holds what the code renders', () => {
  const before = contents();
  expect(project.run(['synth', '--check'])).toMatchObject({
    status: 0,
    stdout: 'dist is up to date: 2 files\n',
    stderr: '',
  });
  expect(contents()).toEqual(before);
});

it('is red otherwise, shows the objects, and writes nothing', () => {
  project.write({ 'main.ts': program('nginx:1.28') });
  const before = contents();
  const { status, stdout, stderr } = project.run(['synth', '--check']);
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "~ web.k8s.yaml

    ~ Deployment shop/web  (restarts pods)
          spec.template.spec.containers[web].image: nginx:1.27 -> nginx:1.28
    1 changed; 1 restarts pods
    "
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "error: dist is not what the code renders
      = help: run \`kubewright synth\` and commit it
    "
  `);
  expect(contents()).toEqual(before);
});

it('is red before the first run, and makes no folder, no lock and no record', () => {
  project.reset({ 'main.ts': program('nginx:1.27') });
  const { status, stdout } = project.run(['synth', '--check']);
  expect(status).toBe(1);
  expect(stdout).toContain('+ api.k8s.yaml\n+ web.k8s.yaml\n');
  expect(stdout).toContain('2 added');
  expect(project.list('.').filter((name) => !name.startsWith('node_modules'))).toEqual([
    'main.ts',
    'package.json',
  ]);
});

it.each<[string, () => void, string]>([
  [
    'a file that somebody broke',
    () => project.write({ 'dist/api.k8s.yaml': 'a: [' }),
    '~ api.k8s.yaml\n! api.k8s.yaml:2:1: a value is expected here',
  ],
  [
    'another layout of the same objects',
    () =>
      project.write({ 'main.ts': program('nginx:1.27').replace('App({})', 'App({ yamlOutputType: 0 })') }),
    '- web.k8s.yaml\n\nthe same objects, in other files or other words\n',
  ],
  [
    'another spelling of the same object',
    () => project.write({ 'dist/api.k8s.yaml': `${project.read('dist/api.k8s.yaml')}\n# by hand\n` }),
    '~ api.k8s.yaml\n\nthe same objects',
  ],
  [
    'a file that is rendered no more, and was changed',
    () =>
      project.write({
        'main.ts': rendering({ web: [deployment('web', 'nginx:1.27')] }),
        'dist/api.k8s.yaml': 'changed: true',
      }),
    '! api.k8s.yaml is rendered no more, but somebody changed it',
  ],
  [
    'a folder in the way',
    () => project.write({ 'main.ts': rendering({ new: [configMap('new')] }), 'dist/new.k8s.yaml/a': '' }),
    '! `new.k8s.yaml` is a folder where a file is to be rendered\n  help: move it away or delete it',
  ],
])('is red for %s', (_name, change, shown) => {
  change();
  const { status, stdout } = project.run(['synth', '--check']);
  expect(status).toBe(1);
  expect(stdout).toContain(shown);
});

it('stays red for a reader that closes the pipe', () => {
  project.write({ 'main.ts': program('nginx:1.28') });
  const script = `"${process.execPath}" "${project.main}" synth --check | head -c 1; exit "\${PIPESTATUS[0]}"`;
  project.write({
    'run.cjs': `process.exit(require('node:child_process').spawnSync('bash', ['-c', ${JSON.stringify(script)}]).status);`,
  });
  expect(project.script('run.cjs').status).toBe(1);
});

it('does not mind line ends that git changed, or a record that is not committed', () => {
  project.write({ 'dist/api.k8s.yaml': project.read('dist/api.k8s.yaml').replaceAll('\n', '\r\n') });
  expect(project.run(['synth', '--check']).status).toBe(0);
});

it('looks at a part, too', () => {
  project.write({ 'main.ts': program('nginx:1.28') });
  expect(project.run(['synth', '--check', '--only', 'api']).status).toBe(0);
  expect(project.run(['synth', '--check', '--only', 'web']).status).toBe(1);
  const codes = ['1/2', '2/2'].map((shard) => project.run(['synth', '--check', '--shard', shard]).status);
  expect(codes).toEqual([0, 1]);
});

it('tells copies of rendered objects, which do not make it red', () => {
  project.write({ 'dist/copy.yaml': project.read('dist/api.k8s.yaml') });
  const { status, stderr } = project.run(['synth', '--check']);
  expect(status).toBe(0);
  expect(stderr).toBe(
    'note: copy.yaml holds objects that are rendered into other files now\n  = help: remove it, or run `kubewright synth --adopt`\n',
  );
});
