import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { Project } from '../support/project';
import { configMap, rendering } from '../support/programs';

let project: Project;

beforeAll(() => {
  project = new Project();
});

beforeEach(() => {
  project.reset({ 'main.ts': rendering({ old: [configMap('old')] }) });
  project.run(['synth']);
});

afterAll(() => project.remove());

const contents = () =>
  Object.fromEntries(project.list('dist').map((name) => [name, project.read(`dist/${name}`)]));

/** Renders what cannot be rendered: exit code 1, and everything as it was. */
function fail(source: string, ...args: string[]): string {
  const before = contents();
  project.write({ 'main.ts': source });
  const { status, stdout, stderr } = project.run(['synth', ...args]);
  expect([status, stdout]).toEqual([1, '']);
  expect(contents()).toEqual(before);
  // How deep libraries go is their own affair.
  return stderr.replaceAll(project.dir, '.').replace(/\d+ frames/, 'some frames');
}

const HEAD = `import { ApiObject, App, Chart, Lazy } from 'cdk8s';
const app = new App();
const chart = new Chart(app, 'web');
const map = (scope: Chart, id: string, data: object = {}) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data } as never);
`;

test('two objects of one identity: both constructs', () => {
  const source = `${HEAD}map(chart, 'one');\nmap(new Chart(app, 'api'), 'two');\napp.synth();\n`;
  expect(fail(source)).toMatchInlineSnapshot(`
    "error: ConfigMap \`map\` is made twice
      = ConfigMap map, made by the construct api/two in the chart api, main.ts:5:3
          5 | new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data } as never);
      = ConfigMap map, made by the construct web/one in the chart web, main.ts:5:3
          5 | new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data } as never);
      = in api.k8s.yaml, web.k8s.yaml
      = help: the last one applied would overwrite the others: give them different names or namespaces, or make it once
    "
  `);
});

test.each([
  ['with the check', []],
  ['without it', ['--no-check']],
])('two objects of one identity, %s: both lines', (_, args) => {
  const source = `${HEAD}const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' } };
new ApiObject(chart, 'one', pod);
new ApiObject(new Chart(app, 'api'), 'two', pod); // ${'long '.repeat(40)}
app.synth();\n`;
  const lines = fail(source, ...args).split('\n');
  expect(lines.slice(1, 5)).toEqual([
    '  = Pod pod, made by the construct api/two in the chart api, main.ts:8:1',
    expect.stringMatching(
      /^ {6}8 \| new ApiObject\(new Chart\(app, 'api'\), 'two', pod\); \/\/ long .*\.\.\.$/,
    ),
    '  = Pod pod, made by the construct web/one in the chart web, main.ts:7:1',
    "      7 | new ApiObject(chart, 'one', pod);",
  ]);
});

describe('a cdk8s.yaml that asks for a Helm chart', () => {
  const source = `${HEAD}map(chart, 'one');\napp.synth();\n`;
  const failWith = (synthConfig: string): string => {
    project.write({ 'cdk8s.yaml': `app: npx ts-node main.ts\nsynthConfig: ${synthConfig}\n` });
    return fail(source);
  };

  test('is refused, and told the ways out', () => {
    expect(failWith('{ format: helm, chartVersion: 1.0.0 }')).toMatchInlineSnapshot(`
      "error: cdk8s.yaml sets \`synthConfig.format: helm\`, but kubewright writes plain manifests and no Helm chart
       --> cdk8s.yaml
        = help: take \`synthConfig\` out to render what \`kubectl apply\`, Argo CD, Flux and kustomize read
        = help: or make the chart with \`npx cdk8s synth\`; \`kubewright check\` and \`kubewright synth --stdout\` work with both
      "
    `);
  });

  test('only in part is refused too', () => {
    expect(failWith('{ chartVersion: 1.0.0 }')).toContain(
      'sets `synthConfig.chartVersion`, which only a Helm chart has',
    );
    expect(failWith('{ format: yaml }')).toContain('sets `synthConfig.format: yaml`, which is neither');
    expect(failWith('[helm]')).toContain('has a "synthConfig" that holds no keys');
  });

  test('is rendered all the same where no folder is written', () => {
    project.write({
      'main.ts': source,
      'cdk8s.yaml': 'app: npx ts-node main.ts\nsynthConfig: { format: helm }\n',
    });
    expect(project.run(['synth', '--stdout'])).toMatchObject({ status: 0 });
    expect(project.run(['check'])).toMatchObject({ status: 0 });
  });

  test('is none when it says that it wants plain manifests', () => {
    project.write({
      'main.ts': source,
      'cdk8s.yaml': 'app: npx ts-node main.ts\nsynthConfig:\n  format: plain\n',
    });
    expect(project.run(['synth'])).toMatchObject({ status: 0 });
  });
});

test('values that YAML has no form for: every one of them, with its field', () => {
  const source = `${HEAD}map(chart, 'one', { a: { b: [1, NaN] } });
new ApiObject(chart, 'two', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { key: '\\ud800' } } as never);
app.synth();\n`;
  expect(fail(source)).toMatchInlineSnapshot(`
    "error: ConfigMap map: data.a.b[1] is NaN; write a finite number, or leave the field out (undefined)
      = ConfigMap map, made by the construct web/one in the chart web, main.ts:5:3
          5 | new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data } as never);
      = help: mend the value of \`data.a.b[1]\`
    error: Secret s: stringData.key is text with half of a surrogate pair, which UTF-8 cannot carry; cut text between code points, for example with [...text].slice(0, n).join("")
      = Secret s, made by the construct web/two in the chart web, main.ts:7:1
          7 | new ApiObject(chart, 'two', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { key: '\\ud800' } }...
      = help: mend the value of \`stringData.key\`
    "
  `);
});

test('an exception in a token: the line of the user first', () => {
  const source = `${HEAD}function port(): string {
  throw new TypeError('no port');
}
map(chart, 'one', { port: Lazy.any({ produce: () => port() }) });
app.synth();\n`;
  expect(fail(source)).toMatchInlineSnapshot(`
    "error: Failed serializing construct at path 'web/one' with name 'map': TypeError: no port (at data.port)
     --> main.ts:7:9
      |
    7 |   throw new TypeError('no port');
      |         ^
      = from main.ts:9:53 (Object.produce)
    "
  `);
});

test('an exception in a chart', () => {
  const source = `${HEAD}class Web extends Chart {
  constructor() {
    super(app, 'new');
    map(this, 'one');
    map(this, 'one');
  }
}
new Web();
app.synth();\n`;
  expect(fail(source)).toMatchInlineSnapshot(`
    "uncaught: There is already a Construct with name 'one' in Web [new]
     --> main.ts:5:3
      |
    5 |   new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data } as never);
      |   ^
      = from main.ts:10:5 (new Web)
      = from main.ts:13:1
      = some frames of libraries left out
    "
  `);
});

test('validations that fail, or throw', () => {
  const source = (body: string) =>
    `${HEAD}chart.node.addValidation({ validate: () => ${body} });\napp.synth();\n`;
  expect(fail(source("['no port', 'no host']"))).toMatchInlineSnapshot(`
    "error: Validation failed with the following errors:
          [web] no port
          [web] no host
    "
  `);
  expect(fail(source("{ throw new Error('broken') }"))).toMatchInlineSnapshot(`
    "error: Failed validating construct at path 'web': Error: broken
     --> main.ts:6:52
      |
    6 | chart.node.addValidation({ validate: () => { throw new Error('broken') } });
      |                                                    ^
    "
  `);
});

test('charts that depend on one another', () => {
  const source = `${HEAD}const api = new Chart(app, 'api');\napi.addDependency(chart);\nchart.addDependency(api);\napp.synth();\n`;
  expect(fail(source)).toMatchInlineSnapshot(`
    "error: Dependency cycle detected: web => api => web
          'web' comes after 'api': 'web' depends on 'api'
          'api' comes after 'web': 'api' depends on 'web'
    "
  `);
});

test('a compile error, a type error and an exception, with their places', () => {
  expect(fail(`${HEAD}const a = ;\n`)).toContain(' --> main.ts:6:11\n');
  const typed = fail(`${HEAD}const port: number = '80';\napp.synth();\n`, '--typecheck');
  expect(typed).toContain(
    "type error: Type 'string' is not assignable to type 'number'. (TS2322)\n --> main.ts:6:7\n",
  );
  const both = fail(
    `${HEAD}const port: number = '80';\nthrow new Error('late ' + String(port));\n`,
    '--typecheck',
  );
  expect(both).toMatch(/^type error: .*^uncaught: late 80$/ms);
});

test('types are checked beside, and do not stop what is right', () => {
  project.write({ 'main.ts': `${HEAD}map(chart, 'one');\napp.synth();\n` });
  expect(project.run(['synth', '--typecheck'])).toMatchObject({ status: 0, stderr: '' });
  expect(project.read('dist/web.k8s.yaml')).toContain('name: map');
});

test('no program', () => {
  project.reset({});
  const { status, stderr } = project.run(['synth']);
  expect(status).toBe(1);
  expect(stderr).toContain(`error: there is no program in ${project.dir}`);
});

test('a program in another language: its YAML is held to the same', () => {
  project.reset({
    'cdk8s.yaml': 'app: "node write.cjs && true"\n',
    'write.cjs':
      "require('node:fs').writeFileSync(process.env.CDK8S_OUTDIR + '/a.k8s.yaml', process.env.TEXT);",
  });
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
  expect(project.run(['synth'], { TEXT: text })).toMatchObject({
    status: 0,
    stdout: '+ a.k8s.yaml\ndist: 1 file, 1 added\n',
  });
  const broken = project.run(['synth'], { TEXT: 'a: [' });
  expect(broken.status).toBe(1);
  expect(broken.stderr).toContain('error: a.k8s.yaml:2:1: a value is expected here');
  expect(project.read('dist/a.k8s.yaml')).toBe(text);
  const typed = project.run(['synth', '--typecheck'], { TEXT: text });
  expect([typed.status, typed.stderr]).toEqual([
    2,
    expect.stringContaining('--typecheck does not know the program'),
  ]);
});

describe('an output folder that is none', () => {
  const out = (dir: string) => {
    const { status, stderr } = project.run(['synth', '--out', dir]);
    expect(status).toBe(1);
    return stderr.replaceAll(project.dir, '.').split('\n')[0];
  };

  it('is the root, holds it, or is that of another project', () => {
    expect(out('.')).toBe("error: the output folder `.` is the project's root");
    expect(out('..')).toContain("contains the project's root");
    project.write({ 'other/package.json': '{}' });
    expect(out('other')).toContain('is the root of a project: it holds `package.json`');
    expect(out('')).toContain("is the project's root");
  });

  it('is a file, or leads over a symlink', () => {
    project.write({ file: '' });
    expect(out('file')).toBe('error: the output folder `./file` is a file');
    expect(out('file/dist')).toContain('lies under `./file`, which is a file');
    symlinkSync(__dirname, project.path('link'));
    expect(out('link')).toContain('leads out of the project by a symlink');
  });

  it('is read-only', () => {
    // Root may write anywhere.
    if (process.getuid?.() === 0) return;
    mkdirSync(project.path('locked'));
    chmodSync(project.path('locked'), 0o500);
    expect(out('locked')).toContain('is read-only for this user');
    chmodSync(project.path('locked'), 0o700);
  });

  it('holds a file of somebody else in the way, which --adopt replaces', () => {
    project.write({ 'dist/web.k8s.yaml': 'mine: true\n' });
    expect(fail(`${HEAD}map(chart, 'one');\napp.synth();\n`)).toMatchInlineSnapshot(`
      "error: \`web.k8s.yaml\` exists, is not in the record of what was rendered, and holds something else
        = help: move it away or delete it, or run with --adopt to replace it
      "
    `);
    expect(project.run(['synth', '--adopt'])).toMatchObject({ status: 0 });
    expect(project.read('dist/web.k8s.yaml')).toContain('name: map');
  });

  it('was written by a later release', () => {
    project.write({ 'dist/.kubewright-record': '# version 9\n' });
    for (const args of [['synth'], ['synth', '--check']]) {
      const { status, stderr } = project.run(args);
      expect(status).toBe(1);
      expect(stderr).toContain('`.kubewright-record` has version 9');
    }
  });
});
