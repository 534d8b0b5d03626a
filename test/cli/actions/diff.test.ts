import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../support/project';
import { configMap, deployment, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

afterAll(() => project.remove());

const IGNORE = { '.gitignore': 'node_modules\n' };
const program = (value: string): string => rendering({ web: [configMap('web', { value })] });
const diff = (...args: string[]) => project.run(['diff', ...args]);
const from = (value: string, to: string): string =>
  `~ ConfigMap web\n      data.value: ${value} -> ${to}\n1 changed\n`;

/** A repository with what `value` renders committed, and then a program that renders another. */
function commit(value: string): void {
  project.write({ 'main.ts': program(value) });
  project.run(['synth']);
  project.git('add', '-A');
  project.git('commit', '-qm', value);
}

describe('three real changes', () => {
  const shop = (image: string, name = 'web', app = 'web') =>
    rendering({
      shop: [
        deployment(name, image, app),
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'web', namespace: 'shop' },
          spec: { selector: { app }, ports: [{ port: 80, targetPort: 8080 }] },
        },
      ],
    });

  beforeAll(() => {
    project.reset({ ...IGNORE, 'main.ts': shop('nginx:1.27.0') });
    project.git('init', '-q');
    project.run(['synth']);
    project.git('add', '-A');
    project.git('commit', '-qm', 'first');
  });

  test.each([
    ['a new image', shop('nginx:1.28.1')],
    ['another name', shop('nginx:1.27.0', 'front')],
    ['another selector, which apply refuses', shop('nginx:1.27.0', 'web', 'front')],
  ])('%s', (_name, source) => {
    project.write({ 'main.ts': source });
    expect(diff().stdout).toMatchSnapshot('text');
    expect(diff('--format', 'markdown').stdout).toMatchSnapshot('markdown');
    const { summary, changes } = JSON.parse(diff('--format=json').stdout) as {
      summary: object;
      changes: object[];
    };
    expect([summary, changes.length]).toMatchSnapshot('json');
  });
});

describe('what is compared with', () => {
  beforeEach(() => {
    project.reset({ ...IGNORE, 'main.ts': program('one') });
    project.git('init', '-q');
  });

  it('is the last commit, whatever lies in the folder', () => {
    commit('one');
    project.write({ 'main.ts': program('two'), 'dist/web.k8s.yaml': 'a: [', 'dist/new.yaml': 'a: [' });
    expect(diff()).toMatchObject({ status: 0, stderr: '', stdout: from('one', 'two') });
    rmSync(project.path('dist'), { recursive: true });
    expect(diff().stdout).toBe(from('one', 'two'));
    expect(diff('--exit-code')).toMatchObject({ status: 1, stdout: from('one', 'two') });
    project.write({ 'main.ts': program('one') });
    expect(diff('--exit-code')).toMatchObject({ status: 0, stdout: 'no changes\n' });
  });

  it('is a commit, a branch, a tag, or where this branch began', () => {
    commit('one');
    project.git('tag', 'v1.0.0');
    project.git('branch', 'feature/a');
    commit('two');
    project.git('checkout', '-q', 'feature/a');
    commit('three');
    project.write({ 'main.ts': program('four') });
    expect(diff('main').stdout).toBe(from('two', 'four'));
    expect(diff('main...').stdout).toBe(from('one', 'four'));
    expect(diff('main...HEAD').stdout).toBe(from('one', 'four'));
    expect(diff('feature/a').stdout).toBe(from('three', 'four'));
    expect(diff('HEAD~1').stdout).toBe(from('one', 'four'));
    expect(diff('v1.0.0').stdout).toBe(from('one', 'four'));
    expect(diff(project.git('rev-parse', 'HEAD')).stdout).toBe(from('three', 'four'));
  });

  it('is nothing before the first commit, and before the folder was committed', () => {
    expect(diff().stdout).toBe('+ ConfigMap web\n1 added\n');
    project.git('add', 'main.ts');
    project.git('commit', '-qm', 'code');
    project.run(['synth']);
    expect(diff().stdout).toBe('+ ConfigMap web\n1 added\n');
  });

  it('is a folder: relative, absolute, with blanks, with another layout', () => {
    project.run(['synth', '--out', 'old release/yaml', '--layout', 'file-per-object']);
    project.write({ 'main.ts': program('two') });
    expect(diff('old release/yaml').stdout).toBe(from('one', 'two'));
    expect(diff(project.path('old release/yaml')).stdout).toBe(from('one', 'two'));
    expect(diff('./old release').stdout).toBe(from('one', 'two'));
    mkdirSync(project.path('empty'));
    expect(diff('empty').stdout).toBe('+ ConfigMap web\n1 added\n');
  });

  it('counts only what the record lists, if there is one', () => {
    project.write({ 'dist/hand.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: { name: hand }\n' });
    commit('one');
    expect(diff().stdout).toBe('no changes\n');
    cpSync(project.path('dist'), project.path('copy'), { recursive: true });
    expect(diff('copy').stdout).toBe('no changes\n');
    rmSync(project.path('copy/.kubewright-record'));
    expect(diff('copy').stdout).toBe('- Secret hand\n1 removed\n');
    project.git('rm', '-q', '--cached', 'dist/.kubewright-record');
    project.git('commit', '-qm', 'no record');
    expect(diff().stdout).toBe('- Secret hand\n1 removed\n');
  });

  it('can lie below the top of the repository, with blanks and letters of other scripts', () => {
    commit('one');
    const name = 'the apps/größe {x} *';
    mkdirSync(project.path(name), { recursive: true });
    project.write({
      [`${name}/main.ts`]: program('one'),
      [`${name}/package.json`]: '{}',
      [`${name}/dist/.gitkeep`]: '',
      'run.cjs': `
        const { spawnSync } = require('node:child_process');
        const [, , ...args] = process.argv;
        const run = (...args) => spawnSync(process.execPath, [${JSON.stringify(project.main)}, ...args], { cwd: ${JSON.stringify(project.path(name))}, encoding: 'utf8' });
        run('synth');
        spawnSync('git', ['add', '-A']);
        spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'sub']);
        require('node:fs').writeFileSync(${JSON.stringify(project.path(`${name}/main.ts`))}, ${JSON.stringify(program('two'))});
        process.stdout.write(run('diff').stdout + run('diff', 'HEAD~1').stdout);
      `,
    });
    const { stdout, stderr } = project.script('run.cjs');
    expect([stdout, stderr]).toEqual([`${from('one', 'two')}+ ConfigMap web\n1 added\n`, '']);
  });

  it('passes over links, and follows one that the output folder is', () => {
    commit('one');
    symlinkSync('nowhere', project.path('dist/link.yaml'));
    renameSync(project.path('dist'), project.path('real'));
    symlinkSync('real', project.path('dist'));
    project.git('add', '-A');
    project.git('commit', '-qm', 'links');
    project.write({ 'main.ts': program('two') });
    expect(diff()).toMatchObject({ stdout: from('one', 'two'), stderr: '' });
    expect(diff('./real')).toMatchObject({ stdout: from('one', 'two'), stderr: '' });
  });

  it.each([
    ['nope', "error: 'nope' is neither a folder nor a commit of this repository"],
    ['--', '', 'error: the base is empty'],
    ['--', '-x', "error: '-x' is neither a folder nor a commit of this repository"],
    ['--', '--help', "error: '--help' is neither a folder nor a commit of this repository"],
    ['main.ts', "error: 'main.ts' is neither a folder nor a commit of this repository"],
    ['nope...', "error: 'nope...' is neither a folder nor a commit of this repository"],
    ['-x', 'error: unknown option -x'],
    ['one', 'two', 'error: one argument too many: "two"'],
    ['--format', 'yaml', 'error: --format cannot be "yaml"'],
  ])('%j is wrong usage', (...words) => {
    commit('one');
    const message = words.pop() ?? '';
    project.write({ 'main.ts': 'throw new Error("it ran")' });
    const { status, stdout, stderr } = diff(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${message}\n`);
  });

  it('cannot be told when a folder and a branch have one name', () => {
    commit('one');
    project.git('branch', 'dist');
    commit('two');
    const { status, stderr } = diff('dist');
    expect(status).toBe(2);
    expect(stderr).toContain(
      "error: 'dist' is a folder and a git ref\n  help: write ./dist for the folder\n",
    );
    expect(diff('./dist').stdout).toBe('no changes\n');
    expect(diff('refs/heads/dist').stdout).toBe(from('one', 'two'));
  });

  it('says so when the clone is too shallow', () => {
    commit('one');
    commit('two');
    const { dir } = project;
    rmSync(project.path('dist'), { recursive: true });
    project.git('clone', '-q', '--depth', '1', `file://${dir}/.git`, 'clone');
    rmSync(project.path('.git'), { recursive: true });
    renameSync(project.path('clone/.git'), project.path('.git'));
    expect(diff().stdout).toBe('no changes\n');
    const { status, stderr } = diff('HEAD~1');
    expect(status).toBe(2);
    expect(stderr).toContain('help: this is a shallow clone: git fetch --unshallow');
  });

  it('tells of a broken or unknown file by name, and of a git that does not answer', () => {
    commit('one');
    project.write({ 'old/a.yaml': 'a: 1\nb: [' });
    told(diff('old'), 1, `${project.path('old/a.yaml')}:3:1: a value is expected here`);
    project.write({ 'dist/web.k8s.yaml': 'a: [' });
    project.git('commit', '-qam', 'broken');
    expect(diff().stderr).toContain('error: HEAD:dist/web.k8s.yaml:2:1: a value is expected here');
    project.write({ 'dist/.kubewright-record': '# version 9\n' });
    project.git('commit', '-qam', 'later');
    told(diff(), 2, 'has version 9');
    writeFileSync(join(project.dir, '.git', 'HEAD'), 'nonsense');
    const { status, stderr } = diff();
    expect(status).toBe(1);
    expect(stderr).toContain('error: git does not answer: ');
  });

  it('is the folder itself outside of git', () => {
    rmSync(project.path('.git'), { recursive: true });
    expect(diff().stdout).toBe('+ ConfigMap web\n1 added\n');
    project.run(['synth']);
    project.write({ 'main.ts': program('two') });
    expect(diff().stdout).toBe(from('one', 'two'));
    told(diff('main'), 2, "error: 'main' is no folder, and this is no git repository");
  });
});

it('never shows the values of Secrets', () => {
  const secret = (stringData: object) =>
    rendering({ web: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData }] });
  project.reset({ 'main.ts': secret({ token: 'hunter2', old: 'hunter3' }) });
  project.run(['synth']);
  project.write({ 'main.ts': secret({ token: 'hunter4', new: 'hunter5' }) });
  for (const args of [
    ['diff'],
    ['diff', '--format', 'markdown'],
    ['diff', '--format', 'json'],
    ['synth', '--check'],
  ]) {
    const { stdout, stderr } = project.run(args);
    expect(stdout).toContain('token');
    expect(stdout + stderr).not.toContain('hunter');
  }
});

it('prints the diff alone, and refuses what synth refuses', () => {
  project.reset({ 'main.ts': `console.log('hello');\n${program('one')}` });
  expect(diff()).toMatchObject({ status: 0, stdout: '+ ConfigMap web\n1 added\n', stderr: 'hello\n' });
  project.write({ 'main.ts': rendering({ a: [configMap('x')], b: [configMap('x')] }) });
  const { status, stdout, stderr } = diff();
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('error: ConfigMap `x` is made twice');
});

function told({ status, stderr }: ReturnType<typeof diff>, code: number, text: string): void {
  expect(status).toBe(code);
  expect(stderr).toContain(text);
}
