import { type Files, Project } from '../support/project';
import { appWith } from '../support/programs';

const projects: Project[] = [];

function project(files: Files): Project {
  const made = new Project(files);
  projects.push(made);
  return made;
}

afterEach(() => {
  for (const made of projects.splice(0)) made.remove();
});

/** The charts of the program's first App. */
function charts(files: Files, options: object = {}): readonly string[] | undefined {
  const { apps, error } = project(files).loadOnce(options);
  if (error !== undefined) throw new Error(JSON.stringify(error, null, 2));
  return apps?.[0];
}

/** A program that names a chart after the value of an expression. */
const show = (expression: string, head = ''): string => `
import { App, Chart } from 'cdk8s';
${head}
const app = new App();
new Chart(app, String(${expression}));
app.synth();
`;

const esm = { 'package.json': '{"type":"module"}' };

describe('what a program is written in', () => {
  test.each<[string, Files, string]>([
    ['JSON', { 'a.json': '{"name":"x"}', 'main.ts': show('a.name', "import a from './a.json';") }, 'x'],
    ['import = require', { 'main.ts': show("p.basename('/a/b')", "import p = require('node:path');") }, 'b'],
    [
      'enums, namespaces and parameter properties',
      {
        'main.ts': show(
          'new C(1).a + E.A + N.x',
          'enum E { A = 2 }\nnamespace N { export const x = 3; }\nclass C { constructor(readonly a: number) {} }',
        ),
      },
      '6',
    ],
    [
      'a const enum of another file',
      { 'e.ts': 'export const enum E { A = 7 }', 'main.ts': show('E.A', "import { E } from './e';") },
      '7',
    ],
    [
      'an import that is only a type',
      {
        't.ts': "throw new Error('loaded');",
        'main.ts': show("'ok' as T", "import { T } from './t';"),
      },
      'ok',
    ],
    [
      'import of the written .js',
      { 'b.ts': 'export const b = 1;', 'main.ts': show('b', "import { b } from './b.js';") },
      '1',
    ],
    [
      'an index file',
      { 'b/index.ts': 'export const b = 1;', 'main.ts': show('b', "import { b } from './b';") },
      '1',
    ],
    [
      'a source beside what was once compiled of it',
      {
        'b.ts': "export const b = 'source';",
        'b.js': "exports.b = 'stale';",
        'main.ts': show('b', "import { b } from './b';"),
      },
      'source',
    ],
    [
      'a plain JavaScript file',
      { 'b.js': 'exports.b = 1;', 'main.ts': show('b', "import { b } from './b';") },
      '1',
    ],
    [
      'dynamic import of another source',
      {
        'b.ts': 'export const b = 5;',
        'tsconfig.json': '{"compilerOptions":{"module":"commonjs"}}',
        'main.ts': `import { App, Chart } from 'cdk8s';
          void import('./b').then(({ b }) => { const app = new App(); new Chart(app, String(b)); app.synth(); });`,
      },
      '5',
    ],
    [
      'dynamic import that stays one',
      {
        'b.mts': 'export const b = 5;',
        'tsconfig.json': '{"compilerOptions":{"module":"node16"}}',
        'main.ts': `import { App, Chart } from 'cdk8s';
          void import('./b.mjs').then(({ b }) => { const app = new App(); new Chart(app, String(b)); app.synth(); });`,
      },
      '5',
    ],
  ])('%s', (_, files, expected) => {
    expect(charts(files)).toEqual([expected]);
  });

  test.each<[string, Files, string]>([
    ['"type": "module"', { ...esm, 'main.ts': show('import.meta.url.endsWith("main.ts")') }, 'true'],
    ['top-level await', { ...esm, 'main.ts': show('await Promise.resolve(4)') }, '4'],
    ['.mts', { 'main.mts': show('typeof require') }, 'undefined'],
    ['.cts in a project of ES modules', { ...esm, 'main.cts': show('typeof require') }, 'function'],
    [
      'sources named as they will be written, and without an extension',
      {
        ...esm,
        'b.ts': 'export const b = 1;',
        'c/index.ts': "export { b as c } from '../b';",
        'main.ts': show('b + c', "import { b } from './b.js';\nimport { c } from './c';"),
      },
      '2',
    ],
    [
      'a CommonJS source',
      { ...esm, 'b.cts': 'export = { b: 3 };', 'main.ts': show('b.b', "import b from './b.cjs';") },
      '3',
    ],
    [
      'paths of tsconfig.json',
      {
        ...esm,
        'src/b.ts': 'export const b = 8;',
        'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        'main.ts': show('b', "import { b } from '@/b';"),
      },
      '8',
    ],
  ])('ES modules: %s', (_, files, expected) => {
    expect(charts(files)).toEqual([expected]);
  });

  test.each<[string, object, string, string]>([
    [
      'paths',
      { paths: { '@lib/*': ['./src/lib/*'], '@/*': ['./src/*'] } },
      "import { x } from '@lib/x';",
      'lib',
    ],
    ['baseUrl', { baseUrl: './src' }, "import { x } from 'lib/x';", 'lib'],
    [
      'no default interop',
      { module: 'commonjs', esModuleInterop: false },
      "import * as f from './f'; const x = (f as any)();",
      'called',
    ],
    ['default interop', { esModuleInterop: true }, "import f from './f'; const x = f();", 'called'],
    [
      'decorators of old, with metadata',
      { experimentalDecorators: true, emitDecoratorMetadata: true },
      `const seen: string[] = [];
       (Reflect as any).metadata = (key: string, value: unknown) => () => void seen.push(key + String((value as any).name));
       const d = (target: object, key: string) => undefined;
       class C { @d a!: string; }
       const x = seen.join();`,
      'design:typeString',
    ],
    [
      'decorators of the standard',
      {},
      `const d = (value: unknown, context: { kind: string }) => void (x = context.kind);
       let x = '';
       @d class C {}`,
      'class',
    ],
    [
      'fields that are assigned',
      { useDefineForClassFields: false },
      `class B { set a(v: number) { x = 'set'; } }
       let x = 'defined';
       class C extends B { a = 1; }
       new C();`,
      'set',
    ],
    [
      'fields that are defined, by the target',
      { target: 'es2022' },
      `class B { set a(v: number) { x = 'set'; } }
       let x = 'defined';
       class C extends B { a = 1; }
       new C();`,
      'defined',
    ],
  ])('follows tsconfig.json: %s', (_, compilerOptions, head, expected) => {
    const files = {
      'tsconfig.json': `{ // with a comment\n "compilerOptions": ${JSON.stringify(compilerOptions)}, }`,
      'src/lib/x.ts': "export const x = 'lib';",
      'f.js': "module.exports = () => 'called';",
      'main.ts': show('x', head),
    };
    expect(charts(files)).toEqual([expected]);
  });

  test('what Node finds is taken before the paths of tsconfig.json, as under ts-node', () => {
    const files = {
      'node_modules/shared/index.js': "exports.x = 'package';",
      'x.ts': "export const x = 'path';",
      'tsconfig.json': '{"compilerOptions":{"paths":{"shared":["./x.ts"]}}}',
      'main.ts': show('x', "import { x } from 'shared';"),
    };
    expect(charts(files)).toEqual(['package']);
  });

  test('a tsconfig.json that extends others', () => {
    const files = {
      'node_modules/@base/strict/tsconfig.json': '{"compilerOptions":{"target":"es2020"}}',
      'config/base.json': '{"extends":"@base/strict","compilerOptions":{"paths":{"~/*":["./here/*"]}}}',
      'config/here/x.ts': "export const x = 'there';",
      'tsconfig.json': '{"extends":"./config/base"}',
      'main.ts': show('x', "import { x } from '~/x';"),
    };
    expect(charts(files)).toEqual(['there']);
  });
});

describe('how a program runs', () => {
  test('several Apps come in the order of their synth(), each once', () => {
    const main = `import { App, Chart } from 'cdk8s';
      const [a, b, c] = [new App(), new App(), new App()];
      new Chart(a, 'a'); new Chart(b, 'b'); new Chart(c, 'c');
      b.synth(); a.synth(); b.synth();`;
    expect(project({ 'main.ts': main }).loadOnce().apps).toEqual([['b'], ['a']]);
  });

  test('nothing is written, and CDK8S_OUTDIR names the output folder', () => {
    const made = project({
      'cdk8s.yaml': 'app: npx ts-node main.ts\noutput: out\n',
      'main.ts': show("process.env.CDK8S_OUTDIR?.split('/').pop() + require('node:fs').existsSync('out')"),
    });
    expect(made.loadOnce().apps).toEqual([['outfalse']]);
  });

  test.each([
    [
      'an async main',
      'async function main() { await new Promise((r) => setTimeout(r, 20)); app.synth(); }\nvoid main();',
    ],
    ['require.main', 'if (require.main === module) app.synth();'],
    [
      'process.exit(0) with a timer left',
      'app.synth();\nsetInterval(() => undefined, 1000);\nprocess.exit(0);',
    ],
    [
      'process.exit() in a callback',
      'app.synth();\nsetInterval(() => undefined, 1000);\nsetTimeout(() => process.exit(), 5);',
    ],
  ])('ends when it ends: %s', (_, end) => {
    const main = `import { App, Chart } from 'cdk8s';\nconst app = new App();\nnew Chart(app, 'x');\n${end}\n`;
    expect(charts({ 'main.ts': main })).toEqual(['x']);
  });

  test('the command of cdk8s.yaml gives arguments, variables and what to load first', () => {
    const made = project({
      'cdk8s.yaml': 'app: STAGE=prod npx ts-node -r ./first.js --files main.ts --region eu\n',
      'first.js': "process.env.FIRST = '1';",
      'main.ts': show('[process.env.STAGE, process.env.FIRST, ...process.argv.slice(2)].join()'),
    });
    expect(made.loadOnce().apps).toEqual([['prod,1,--region,eu']]);
  });

  test('another command runs as it stands, and its manifests are read', () => {
    const made = project({
      'cdk8s.yaml': 'app: node other.js | cat\n',
      'other.js':
        "const fs = require('fs'); fs.mkdirSync(process.env.CDK8S_OUTDIR + '/b'); fs.writeFileSync(process.env.CDK8S_OUTDIR + '/b/a.yaml', 'a: 1'); fs.writeFileSync(process.env.CDK8S_OUTDIR + '/x.txt', '');",
    });
    const { kind, manifests } = made.loadOnce();
    expect({ kind, manifests }).toEqual({
      kind: 'manifests',
      manifests: [{ path: 'b/a.yaml', text: 'a: 1' }],
    });
  });
});

describe('what it depends on', () => {
  test('modules, JSON, files that were read and the configuration', () => {
    const made = project({
      'cdk8s.yaml': 'app: npx ts-node main.ts\n',
      'tsconfig.json': '{}',
      'a.ts': "import './b.json';\nexport const a = 1;",
      'b.json': '{}',
      'data.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n',
      'main.ts': `import { App, Chart, Include } from 'cdk8s';
        import './a';
        const app = new App();
        new Include(new Chart(app, 'x'), 'i', { url: 'data.yaml' });
        app.synth();`,
    });
    expect(made.loadOnce().files).toEqual(
      ['a.ts', 'b.json', 'cdk8s.yaml', 'data.yaml', 'main.ts', 'package.json', 'tsconfig.json'].map((name) =>
        made.path(name),
      ),
    );
  });

  test.each<[string, Files, string]>([
    ['CommonJS', {}, ''],
    ['ES modules', esm, '.js'],
  ])('a changed module runs anew in the same process: %s', (_, extra, extension) => {
    const made = project({
      ...extra,
      'names.ts': "export const name = 'old';",
      'main.ts': show('name', `import { name } from './names${extension}';`),
    });
    const answers = made.load({}, {}, `fs.writeFileSync(dir + '/names.ts', 'export const name = "new";')`);
    expect(answers.map((answer) => answer.apps)).toEqual([[['old']], [['new']]]);
  });

  test('a program that fails can be loaded again', () => {
    const made = project({ 'main.ts': 'const broken = ;' });
    const answers = made.load({}, {}, `fs.writeFileSync(dir + '/main.ts', ${JSON.stringify(appWith('ok'))})`);
    expect(answers.map((answer) => answer.error?.kind ?? answer.apps)).toEqual(['syntax', [['ok']]]);
  });
});
