import { transformSync } from '@swc/core';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A user's project in a folder of its own, with this package compiled below node_modules, run by node
 * in each of the ways in which TypeScript reaches node.
 */

const REPOSITORY = join(__dirname, '../..');
const CHART = readFileSync(join(__dirname, 'fixtures/app/chart.ts'), 'utf8');
const MAIN = readFileSync(join(__dirname, 'fixtures/app/main.ts'), 'utf8');

/** Where this package lies in the project. */
const BUILT = 'node_modules/kubewright/build/source';

let project: string;

beforeAll(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'kubewright source (')));
  const modules = join(project, 'node_modules');
  mkdirSync(modules);
  for (const name of ['cdk8s', 'constructs', 'ts-node', 'typescript']) {
    symlinkSync(join(REPOSITORY, 'node_modules', name), join(modules, name));
  }
  // Of the room to its right it needs types only, which are gone when it runs.
  for (const file of readdirSync(join(REPOSITORY, 'lib/source'))) {
    const { code } = compile(readFileSync(join(REPOSITORY, 'lib/source', file), 'utf8'), false);
    write(`${BUILT}/${file.replace(/ts$/, 'js')}`, code);
  }
});

afterAll(() => rmSync(project, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function compile(
  code: string,
  sourceMaps: boolean | 'inline',
  filename = 'chart.ts',
): { code: string; map: object } {
  const output = transformSync(code, {
    filename,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    sourceMaps,
  });
  return { code: output.code, map: JSON.parse(output.map ?? '{}') as object };
}

/** Runs the project and returns the place of each construct by its path. */
function run(...args: string[]): Record<string, string> {
  const child = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Record<string, string>;
}

/** Where the `new`s stand in the TypeScript of the fixture. */
const WRITTEN = {
  shop: position(MAIN, "new Shop(app, 'shop')"),
  'shop/object': position(CHART, "new ApiObject(this, 'object'"),
};

function position(text: string, what: string): string {
  const before = text.slice(0, text.indexOf(what)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function expected(folder: string): Record<string, string> {
  return {
    shop: `${folder}main.ts:${WRITTEN.shop}`,
    'shop/object': `${folder}chart.ts:${WRITTEN['shop/object']}`,
  };
}

/** The two files of the project. */
const FILES = [
  ['main', MAIN],
  ['chart', CHART],
] as const;

/** Writes the TypeScript to `from` and what it compiles to, with `map` at the end, to `to`. */
function writeCompiled(from: string, to: string, mapOf?: (name: string, map: object) => string): void {
  for (const [name, text] of FILES) {
    const { code, map } = compile(text, mapOf !== undefined, `${name}.ts`);
    const url = mapOf?.(name, map);
    write(`${from}/${name}.ts`, text);
    write(`${to}/${name}.js`, url === undefined ? code : `${code}\n//# sourceMappingURL=${url}\n`);
  }
}

function base64(map: object): string {
  return `data:application/json;charset=utf-8;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}

it('ts-node, through the hook that it installs', () => {
  for (const [name, text] of FILES) write(`ts-node/${name}.ts`, text);
  const compilerOptions = { module: 'node16', moduleResolution: 'node16', target: 'es2022', rootDir: '.' };
  write('tsconfig.json', JSON.stringify({ compilerOptions }));
  expect(run('-r', 'ts-node/register/transpile-only', 'ts-node/main.ts')).toEqual(expected('ts-node/'));
});

it('compiled JavaScript with maps beside it, with and without the source maps of node', () => {
  writeCompiled('compiled/src', 'compiled/out', (name, map) => {
    write(`compiled/out/${name}.js.map`, JSON.stringify({ ...map, sources: [`../src/${name}.ts`] }));
    return `${name}.js.map`;
  });
  expect(run('compiled/out/main.js')).toEqual(expected('compiled/src/'));
  expect(run('--enable-source-maps', 'compiled/out/main.js')).toEqual(expected('compiled/src/'));
});

it('compiled JavaScript whose map has a sourceRoot', () => {
  writeCompiled('rooted/src', 'rooted/out', (name, map) => {
    write(
      `rooted/out/${name}.js.map`,
      JSON.stringify({ ...map, sourceRoot: '../src/', sources: [`${name}.ts`] }),
    );
    return `${name}.js.map`;
  });
  expect(run('rooted/out/main.js')).toEqual(expected('rooted/src/'));
  expect(run('--enable-source-maps', 'rooted/out/main.js')).toEqual(expected('rooted/src/'));
});

it('compiled JavaScript with inline maps', () => {
  writeCompiled('inline', 'inline', (name, map) => base64({ ...map, sources: [`${name}.ts`] }));
  expect(run('inline/main.js')).toEqual(expected('inline/'));
});

it('a loader that compiles in memory and switches on the source maps of node', () => {
  const outputs: Record<string, string> = {};
  for (const [name, text] of FILES) {
    write(`loader/${name}.ts`, text);
    outputs[`${name}.ts`] = compile(text, 'inline', join(project, `loader/${name}.ts`)).code;
  }
  write('loader/outputs.json', JSON.stringify(outputs));
  write(
    'loader/register.js',
    `
    const { basename } = require('node:path');
    process.setSourceMapsEnabled(true);
    const outputs = require('./outputs.json');
    require.extensions['.ts'] = (module, file) => module._compile(outputs[basename(file)], file);
  `,
  );
  expect(run('-r', './loader/register.js', 'loader/main.ts')).toEqual(expected('loader/'));
});

it('plain JavaScript without a map: the code that runs is the code that was written', () => {
  writeCompiled('plain', 'plain');
  const place = (name: string, what: RegExp) => {
    const text = readFileSync(join(project, `plain/${name}.js`), 'utf8');
    return `plain/${name}.js:${position(text, what.exec(text)?.[0] ?? '?')}`;
  };
  expect(run('plain/main.js')).toEqual({
    shop: place('main', /new \S*Shop\(app/),
    'shop/object': place('chart', /new \S*ApiObject\(this/),
  });
});

it('a missing or broken map leaves the position in the script', () => {
  writeCompiled('broken', 'broken', (name) => (name === 'main' ? 'gone.map' : base64([])));
  const places = run('broken/main.js');
  expect(places.shop).toMatch(/^broken\/main\.js:/);
  expect(places['shop/object']).toMatch(/^broken\/chart\.js:/);
});

it('a map that leads into a library is no line of the user', () => {
  writeCompiled('bundle', 'bundle', (name, map) =>
    base64({ ...map, sources: [`../node_modules/x/${name}.ts`] }),
  );
  expect(run('bundle/main.js')).toEqual({});
});

it('an ES module, which V8 names by a URL', () => {
  write(
    'esm/main.mjs',
    `
    import { App, ApiObject, Chart } from 'cdk8s';
    import sources from 'kubewright/build/source/source-of.js';
    import record from 'kubewright/build/source/record-sources.js';
    record.recordSources();
    const chart = new Chart(new App(), 'shop');
    const span = sources.sourceOf(chart);
    console.log(JSON.stringify({ shop: \`\${span.file}:\${span.line}:\${span.column}\` }));
  `,
  );
  expect(run('esm/main.mjs')).toEqual({ shop: 'esm/main.mjs:6:19' });
});

it('a package that was linked instead of installed is still a library', () => {
  const linked = join(project, 'linked', 'kubewright');
  mkdirSync(dirname(linked), { recursive: true });
  for (const file of readdirSync(join(project, BUILT))) {
    write(`linked/kubewright/build/source/${file}`, readFileSync(join(project, BUILT, file), 'utf8'));
  }
  write(
    'linked/kubewright/build/patterns/thing.js',
    `
    const { ApiObject } = require('cdk8s');
    exports.make = (scope, id) => new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing' });
  `,
  );
  symlinkSync(join(project, 'node_modules'), join(linked, 'node_modules'));
  write(
    'linked/app/main.js',
    `
    const { App, Chart } = require('cdk8s');
    const { recordSources } = require('../kubewright/build/source/record-sources');
    const { sourceOf } = require('../kubewright/build/source/source-of');
    const { make } = require('../kubewright/build/patterns/thing');
    recordSources();
    const span = sourceOf(make(new Chart(new App(), 'shop'), 'thing'));
    console.log(JSON.stringify({ thing: \`\${span.file}:\${span.line}\` }));
  `,
  );
  expect(run('linked/app/main.js')).toEqual({ thing: 'linked/app/main.js:7' });
});
