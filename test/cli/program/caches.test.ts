import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
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

function cacheFiles(made: Project): Record<string, Buffer> {
  return Object.fromEntries(
    readdirSync(made.cache).map((name) => [name, readFileSync(join(made.cache, name))]),
  );
}

/** What swc needs to compile is what tells a cached run from one that is not. */
function withoutCompiler(made: Project): void {
  rmSync(made.path('node_modules/@swc'), { recursive: true });
}

const ok = { kind: 'apps', apps: [['web']] };

test('a run with a warm cache compiles nothing, and writes nothing', () => {
  const made = project({ 'main.ts': appWith('web') });
  for (let run = 0; run < 3; run++) expect(made.loadOnce()).toMatchObject(ok);
  const before = cacheFiles(made);
  expect(Object.keys(before)).toHaveLength(2);
  withoutCompiler(made);
  expect(made.loadOnce()).toMatchObject(ok);
  expect(cacheFiles(made)).toEqual(before);
});

test('an ES module is cached too', () => {
  const made = project({ 'package.json': '{"type":"module"}', 'main.ts': appWith('web') });
  made.loadOnce();
  withoutCompiler(made);
  expect(made.loadOnce()).toMatchObject(ok);
});

test('a change of content, of its tsconfig or of its format is compiled anew', () => {
  const made = project({ 'main.ts': appWith('web') });
  made.loadOnce();
  made.write({ 'main.ts': appWith('other') });
  expect(made.loadOnce().apps).toEqual([['other']]);
  made.write({ 'tsconfig.json': '{"compilerOptions":{"experimentalDecorators":true}}' });
  withoutCompiler(made);
  expect(made.loadOnce().error?.kind).toBe('exception');
});

test('a changed library is seen, by each of its files', () => {
  const made = project({
    'node_modules/lib/index.js': "exports.name = require('./name').name;",
    'node_modules/lib/name.js': "exports.name = 'one';",
    'main.ts': `import { App, Chart } from 'cdk8s';
      import { name } from 'lib';
      const app = new App(); new Chart(app, name); app.synth();`,
  });
  for (let run = 0; run < 3; run++) expect(made.loadOnce().apps).toEqual([['one']]);
  made.write({ 'node_modules/lib/name.js': "exports.name = 'three';" });
  expect(made.loadOnce().apps).toEqual([['three']]);
});

test('libraries come from the pack: a file that looks unchanged is not read again', () => {
  const name = 'node_modules/lib/index.js';
  const made = project({
    [name]: "exports.name = 'one';",
    'main.ts': `import { App, Chart } from 'cdk8s';
      import { name } from 'lib';
      const app = new App(); new Chart(app, name); app.synth();`,
  });
  const longAgo = new Date('2020-01-01');
  utimesSync(made.path(name), longAgo, longAgo);
  for (let run = 0; run < 3; run++) made.loadOnce();
  made.write({ [name]: "exports.name = 'two';" });
  utimesSync(made.path(name), longAgo, longAgo);
  expect(made.loadOnce().apps).toEqual([['one']]);
});

test('a package that is installed nearer than the one that was packed is seen', () => {
  const made = project({
    'node_modules/b/index.js': "exports.name = 'outer';",
    'node_modules/a/package.json': '{}',
    'node_modules/a/index.js': "exports.name = require('b').name;",
    'main.ts': `import { App, Chart } from 'cdk8s';
      import { name } from 'a';
      const app = new App(); new Chart(app, name); app.synth();`,
  });
  for (let run = 0; run < 3; run++) expect(made.loadOnce().apps).toEqual([['outer']]);
  made.write({ 'node_modules/a/node_modules/b/index.js': "exports.name = 'inner';" });
  expect(made.loadOnce().apps).toEqual([['inner']]);
});

test('library modules see what Node gives them, packed or not', () => {
  const made = project({
    'node_modules/lib/index.js': `"use strict";
      const path = require('node:path');
      exports.answer = [
        this === exports, module.exports === exports, path.basename(__filename), path.basename(__dirname),
        typeof require.resolve, path.basename(require.resolve('./wide')), require.cache[__filename] === module,
        require.main === process.mainModule, require('./wide').text, require('./data.json').a,
        (() => { try { undeclared = 1; } catch { return 'strict'; } })(), module.loaded, require('./cycle').loaded,
        require('./cycle').module,
      ].join();
      // ends without a line break`,
    'node_modules/lib/wide.js': "exports.text = '\u65e5\u672c \u2014';",
    'node_modules/lib/data.json': '{"a":1}',
    'node_modules/lib/cycle.js': `const { join } = require('node:path');
      exports.loaded = typeof require('./index').answer;
      exports.module = [
        module.filename === __filename, module.parent.filename === join(__dirname, 'index.js'),
        module.paths[0] === join(__dirname, 'node_modules'), module.require('./data.json').a,
        module.require('node:path') === require('path'),
      ].join();`,
    'main.ts': `import { App, Chart } from 'cdk8s';
      import { answer } from 'lib';
      const app = new App(); new Chart(app, 'x').addDependency; process.env['ANSWER'] = answer;
      new Chart(app, Buffer.from(answer).toString('hex')); app.synth();`,
  });
  const answers = [0, 1, 2, 3].map(() => {
    const name = made.loadOnce().apps?.[0]?.[1] ?? '';
    return Buffer.from(name, 'hex').toString('utf8');
  });
  expect(new Set(answers)).toEqual(
    new Set([
      'true,true,index.js,lib,function,wide.js,true,true,\u65e5\u672c \u2014,1,strict,false,undefined,true,true,true,1,true',
    ]),
  );
});

test('an exception in a packed library names its own file', () => {
  const made = project({
    'node_modules/lib/index.js': "\nexports.fail = () => {\n  throw new Error('no');\n};\n",
    'main.ts': `import { App } from 'cdk8s';
      import { fail } from 'lib';
      if (process.env['FAIL']) fail();
      new App().synth();`,
  });
  for (let run = 0; run < 3; run++) made.loadOnce();
  expect(made.loadOnce({}, { FAIL: '1' }).error?.frames[0]).toMatchObject({
    file: made.path('node_modules/lib/index.js'),
    line: 3,
    column: 9,
    own: false,
  });
});

test('a library that throws when it is loaded can be asked for again', () => {
  const made = project({
    'node_modules/lib/index.js':
      "if (!process.env['READY']) throw new Error('not yet');\nexports.name = 'x';",
    'node_modules/outer/index.js': "exports.get = () => require('lib').name;",
    'main.ts': `import { App, Chart } from 'cdk8s';
      import { get } from 'outer';
      let name = 'none';
      try { get(); } catch { process.env['READY'] = '1'; name = get(); }
      const app = new App(); new Chart(app, name); app.synth();`,
  });
  const runs = [0, 1, 2, 3].map(() => made.loadOnce().apps);
  expect(runs).toEqual([[['x']], [['x']], [['x']], [['x']]]);
});

describe('this package itself', () => {
  const BUILT = 'build/cli/actions/list-charts.js';
  const change = "\nprocess.stderr.write('changed');\n";

  test('is seen when another takes its place', () => {
    const made = project({ 'main.ts': appWith('web') });
    for (let run = 0; run < 3; run++) expect(made.run(['list']).stderr).toBe('');
    const installed = made.path('node_modules/kubewright');
    cpSync(installed, made.path('other'), { recursive: true, preserveTimestamps: true });
    appendFileSync(made.path(`other/${BUILT}`), change);
    rmSync(installed, { recursive: true });
    renameSync(made.path('other'), installed);
    expect(made.run(['list']).stderr).toBe('changed');
  });

  test('is seen when one file of it is patched', () => {
    const made = project({ 'main.ts': appWith('web') });
    for (let run = 0; run < 3; run++) expect(made.run(['list']).stderr).toBe('');
    appendFileSync(made.path(`node_modules/kubewright/${BUILT}`), change);
    expect(made.run(['list']).stderr).toBe('changed');
  });

  test('is seen file by file where it is linked to a checkout', () => {
    const made = project({ 'main.ts': appWith('web') });
    renameSync(made.path('node_modules/kubewright'), made.path('checkout'));
    symlinkSync(made.path('checkout'), made.path('node_modules/kubewright'));
    for (let run = 0; run < 3; run++) expect(made.run(['list']).stderr).toBe('');
    appendFileSync(made.path(`checkout/${BUILT}`), change);
    expect(made.run(['list']).stderr).toBe('changed');
  });
});

describe('a cache that cannot be used never breaks a run', () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['a flipped bit in the middle', (bytes) => flip(bytes, bytes.length >> 1)],
    ['a flipped bit at the end', (bytes) => flip(bytes, bytes.length - 2)],
    ['a flipped bit in the header', (bytes) => flip(bytes, 60)],
    [
      'of another version',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('0.1.0', '0.0.9'), 'latin1'),
    ],
    ['something else', () => Buffer.from('hello')],
  ])('%s', (_, damage) => {
    const made = project({ 'main.ts': appWith('web') });
    for (let run = 0; run < 3; run++) made.loadOnce();
    const good = cacheFiles(made);
    for (const [name, bytes] of Object.entries(good)) {
      writeFileSync(join(made.cache, name), damage(bytes));
    }
    for (let run = 0; run < 3; run++) expect(made.loadOnce()).toMatchObject(ok);
    expect(Object.keys(cacheFiles(made))).toEqual(Object.keys(good));
  });

  test('a damaged source map is made anew: places stay those of the file', () => {
    const broken = `interface Removed {
  readonly by: 'the compiler';
}
export const one: Removed | undefined = undefined;
throw new Error('boom');
`;
    const made = project({ 'main.ts': broken });
    const first = made.loadOnce();
    made.loadOnce();
    expect(first.error?.frames.find(({ own }) => own)).toMatchObject({ line: 5, column: 7 });
    const program = Object.entries(cacheFiles(made)).find(([, bytes]) => bytes.includes('"mappings"'));
    if (program === undefined) throw new Error('no map is cached');
    const [name, bytes] = program;
    writeFileSync(join(made.cache, name), flip(bytes, bytes.indexOf('"mappings"') + 13));

    expect(made.loadOnce().error).toEqual(first.error);
    withoutCompiler(made);
    expect(made.loadOnce().error).toEqual(first.error);
  });

  test('a folder in the place of a file', () => {
    const made = project({ 'main.ts': appWith('web') });
    for (let run = 0; run < 3; run++) made.loadOnce();
    for (const name of Object.keys(cacheFiles(made))) {
      rmSync(join(made.cache, name));
      mkdirSync(join(made.cache, name));
    }
    expect(made.loadOnce()).toMatchObject(ok);
  });

  test('a project that cannot be written to uses the temporary folder', () => {
    const made = project({ 'main.ts': appWith('web'), 'node_modules/.cache': 'no folder', 'tmp/x': '' });
    chmodSync(made.path('node_modules/.cache'), 0o400);
    const env = { TMPDIR: made.path('tmp') };
    for (let run = 0; run < 2; run++) expect(made.loadOnce({}, env)).toMatchObject(ok);
    const [folder = ''] = readdirSync(made.path('tmp')).filter((name) => name !== 'x');
    expect(readdirSync(join(made.path('tmp'), folder))).toHaveLength(2);
  });

  test('a temporary folder that others may write to is not read from', () => {
    const made = project({ 'main.ts': appWith('web'), 'node_modules/.cache': 'no folder', 'tmp/x': '' });
    const env = { TMPDIR: made.path('tmp') };
    made.loadOnce({}, env);
    const [folder = ''] = readdirSync(made.path('tmp')).filter((name) => name !== 'x');
    chmodSync(join(made.path('tmp'), folder), 0o777);
    withoutCompiler(made);
    expect(made.loadOnce({}, env).error?.kind).toBe('exception');
  });

  test('cache: false leaves nothing behind', () => {
    const made = project({ 'main.ts': appWith('web') });
    expect(made.loadOnce({ cache: false })).toMatchObject(ok);
    expect(readdirSync(made.path('node_modules'))).not.toContain('.cache');
  });

  test('runs at the same time', async () => {
    const made = project({ 'main.ts': appWith('web') });
    for (let round = 0; round < 3; round++) {
      const codes = await Promise.all([0, 1, 2, 3].map(() => made.start(['list'])));
      expect(codes).toEqual([0, 0, 0, 0]);
    }
    expect(Object.keys(cacheFiles(made)).every((name) => name.endsWith('.bin'))).toBe(true);
    expect(made.loadOnce()).toMatchObject(ok);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}
