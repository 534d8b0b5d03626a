import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const LIB = join(ROOT, 'lib');

/** What each room may import: a room to the right of it. Rooms of one rank do not import one another. */
const RANKS = [
  ['cli', 'jest', 'plugin'],
  ['synth'],
  ['patterns', 'check', 'render'],
  ['source', 'diagnostics', 'read'],
  ['model'],
];
/** Rooms that run on YAML of any origin, and so know nothing of constructs. */
const WITHOUT_CDK8S = ['model', 'check', 'render', 'diagnostics', 'read'];
const CDK8S = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

interface Import {
  readonly file: string;
  readonly module: string;
  /** The imported file of lib, or undefined for a package. */
  readonly target: string | undefined;
}

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(LIB, file));

const imports: Import[] = files.flatMap((file) =>
  ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => {
    const base = fileName.startsWith('.') ? resolve(dirname(file), fileName) : undefined;
    const target = base && [`${base}.ts`, join(base, 'index.ts'), base].find((path) => files.includes(path));
    return { file, module: fileName, target };
  }),
);

function roomOf(file: string): string {
  const [first = ''] = relative(LIB, file).split(sep);
  return first.endsWith('.ts') ? '' : first;
}

function rankOf(room: string): number {
  return RANKS.findIndex((rooms) => rooms.includes(room));
}

function show({ file, module }: Import): string {
  return `${relative(ROOT, file)} imports ${module}`;
}

describe('the rooms of lib/', () => {
  test('are those of the plan', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => room !== '' && room !== 'dev' && rankOf(room) === -1)).toEqual([]);
  });

  test('import in one direction only', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (target === undefined) return false;
      const from = roomOf(file);
      const to = roomOf(target);
      // The public face and the development tools stand outside of the order; nothing imports them.
      if (to === '' || to === 'dev') return from !== '' && from !== to;
      if (from === to || from === '' || from === 'dev') return false;
      return rankOf(from) >= rankOf(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('know constructs only where constructs are made', () => {
    const wrong = imports.filter(
      ({ file, module }) =>
        WITHOUT_CDK8S.includes(roomOf(file)) &&
        CDK8S.some((name) => module === name || module.startsWith(`${name}/`)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('reach files of lib/ that exist', () => {
    expect(
      imports.filter(({ module, target }) => module.startsWith('.') && target === undefined).map(show),
    ).toEqual([]);
  });

  test('import no package that package.json does not promise', () => {
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string> | undefined>;
    const known = new Set([
      ...Object.keys(dependencies),
      ...Object.keys(peerDependencies),
      ...builtinModules,
    ]);
    const packageOf = (module: string): string =>
      module
        .replace(/^node:/, '')
        .split('/')
        .slice(0, module.startsWith('@') ? 2 : 1)
        .join('/');
    const wrong = imports.filter(
      ({ file, module }) =>
        roomOf(file) !== 'dev' && !module.startsWith('.') && !known.has(packageOf(module)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('have no circle of imports', () => {
    const next = new Map(
      files.map((file) => [
        file,
        imports.filter((one) => one.file === file).flatMap(({ target }) => target ?? []),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].map((one) => relative(LIB, one)).join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('cast no doubt on types', () => {
    const wrong = files.filter(
      (file) =>
        !file.endsWith('.gen.ts') &&
        /@ts-(ignore|nocheck)|\bas any\b|: any\b/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
