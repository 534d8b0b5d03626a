import { spawn } from 'node:child_process';
import { Project } from './support/project';
import { appWith } from './support/programs';

let project: Project;

beforeEach(() => {
  project = new Project({ 'main.ts': appWith('web', 'api') });
});

afterEach(() => project.remove());

test('lists the charts', () => {
  expect(project.run(['list'])).toMatchObject({
    status: 0,
    stdout: 'web  0 objects\napi  0 objects\n',
    stderr: '',
  });
});

test('what the program prints does not mix with the output', () => {
  project.write({ 'main.ts': `console.log('hello');\n${appWith('web')}console.error('there');` });
  expect(project.run(['list', '--json'])).toMatchObject({
    status: 0,
    stdout: '[\n  {\n    "chart": "web",\n    "objects": 0\n  }\n]\n',
    stderr: 'hello\nthere\n',
  });
});

test('a failure of the program: the line of the user first, and exit code 1', () => {
  project.write({
    'main.ts': `import { App, Chart } from 'cdk8s';

class Web extends Chart {
\tpublic constructor(scope: App) {
\t\tsuper(scope, 'web');
\t\tnew Chart(this, '');
\t}
}
new Web(new App());
`,
  });
  const { status, stderr, stdout } = project.run(['list']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatchInlineSnapshot(`
    "uncaught: Only root constructs may have an empty ID
     --> main.ts:6:3
      |
    6 | 		new Chart(this, '');
      | 		^
      = from main.ts:9:1
      = 3 frames of libraries left out
    "
  `);
});

test('a syntax error', () => {
  project.write({ 'main.ts': 'const a = 1;\nconst b = a +;\n' });
  const { status, stderr } = project.run(['list']);
  expect(status).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "syntax error: Expression expected
     --> main.ts:2:14
      |
    2 | const b = a +;
      |              ^
    "
  `);
});

test('no program', () => {
  project.write({ 'cdk8s.yaml': 'app: npx ts-node app.ts\n' });
  const { status, stderr } = project.run(['list']);
  expect(status).toBe(1);
  expect(stderr.replaceAll(project.dir, '.')).toMatchInlineSnapshot(`
    "error: app.ts does not exist
     --> app.ts
      = help: looked for ./app.ts: "app: npx ts-node app.ts" in cdk8s.yaml names it
      = help: did you mean main.ts?
    "
  `);
});

test('an exception of ours is a bug, with exit code 3 and what to report', () => {
  project.write({
    'node_modules/kubewright/build/cli/commands/fail.js':
      "exports.default = { summary: 'Fail', options: {}, examples: [], run() { throw new TypeError('broken inside'); } };",
  });
  const { status, stderr } = project.run(['fail']);
  expect(status).toBe(3);
  expect(stderr).toContain('This is a bug');
  expect(stderr).toContain('TypeError: broken inside');
  expect(stderr).toContain(`Node ${process.version}`);
});

test('an exception that the program causes after it was loaded is its own', () => {
  project.write({
    'main.ts': `import { App, Chart } from 'cdk8s';
const app = new App();
Object.defineProperty(new Chart(app, 'odd'), 'namespace', {
  get: () => {
    throw new Error('asked too late');
  },
});
app.synth();
`,
  });
  const { status, stderr } = project.run(['list']);
  expect(status).toBe(1);
  expect(stderr).toContain('--> main.ts:5:11');
});

test('colours only when they are asked for, or on a terminal', () => {
  project.write({ 'main.ts': 'const b = ;' });
  expect(project.run(['list']).stderr).not.toContain('\u001b[');
  expect(project.run(['list'], { FORCE_COLOR: '1' }).stderr).toContain('\u001b[31m');
});

test('--help loads neither cdk8s nor the loader', () => {
  const script = `
    process.argv.splice(1, 2, 'kubewright', '--help');
    process.once('exit', () => {
      const files = Object.keys(require('node:module')._cache);
      console.error(JSON.stringify(files.filter((file) => /cdk8s|swc|yaml|program-loader/.test(file.slice(process.cwd().length)))));
    });
    require('./node_modules/kubewright/build/cli/main.js');`;
  project.write({ 'help.cjs': script });
  const { stderr, stdout, status } = project.script('help.cjs');
  expect([status, stderr.trim()]).toEqual([0, '[]']);
  expect(stdout).toContain('Usage');
});

test('a reader that closes the pipe ends it without a word', async () => {
  const names = Array.from({ length: 4000 }, (_, i) => `chart-${String(i)}`);
  project.write({ 'main.ts': appWith(...names) });
  const child = spawn(process.execPath, [project.main, 'list'], { cwd: project.dir });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, errors]).toEqual([0, '']);
});

test('output to a pipe is whole', () => {
  const names = Array.from({ length: 4000 }, (_, i) => `chart-${String(i)}`);
  project.write({ 'main.ts': `${appWith(...names)}\nsetInterval(() => undefined, 1000);\nprocess.exit(0);` });
  const { status, stdout } = project.run(['list']);
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(4000);
});
