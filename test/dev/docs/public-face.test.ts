import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generatePages } from '../../../lib/dev/docs/pages';
import { readPublicFace } from '../../../lib/dev/docs/public-face';

/** A project with one pattern. */
function project(source: string): string {
  const root = mkdtempSync(join(tmpdir(), 'public-face-'));
  symlinkSync(resolve(__dirname, '../../../node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'lib/patterns'), { recursive: true });
  writeFileSync(join(root, 'lib/index.ts'), "export { Thing } from './patterns/thing';\n");
  writeFileSync(
    join(root, 'lib/patterns/thing.ts'),
    `import { Construct } from 'constructs';\n${source}\nexport class Thing extends Construct {
  constructor(scope: Construct, id: string, readonly props: { readonly size: number }) {
    super(scope, id);
  }
}\n`,
  );
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        skipLibCheck: true,
        target: 'es2022',
        module: 'node16',
        types: [],
        paths: { kubewright: ['./lib/index.ts'] },
      },
    }),
  );
  return root;
}

function withProject<T>(source: string, use: (root: string) => T): T {
  const root = project(source);
  try {
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('readPublicFace', () => {
  test('compiles the examples of the doc comments', () => {
    const problems = withProject(
      "/**\n * A thing.\n *\n * @example\n * ```ts\n * new Thing(chart, 'a', { size: 'L' });\n * ```\n */",
      (root) => readPublicFace(root).problems,
    );
    expect(problems).toEqual([
      "lib/patterns/thing.ts: Thing: Type 'string' is not assignable to type 'number'.",
    ]);
  }, 60_000);

  test('has nothing to say of an example that compiles', () => {
    const face = withProject(
      "/**\n * A thing.\n *\n * @example\n * new Thing(chart, 'a', { size: 1 });\n */",
      (root) => readPublicFace(root),
    );
    expect(face.problems).toEqual([]);
    expect(face.names.get('Thing')?.examples[0]?.imports).toBe("import { Thing } from 'kubewright';");
  }, 60_000);
});

describe('generatePages', () => {
  test('names what the doc comment of a pattern lacks', () => {
    expect(() => withProject('/** A thing. */', generatePages)).toThrow(
      'the doc comments need work:\n' +
        'lib/patterns/thing.ts: the doc comment of Thing lacks @remarks that say when to use it\n' +
        'lib/patterns/thing.ts: the doc comment of Thing lacks an @example',
    );
  }, 60_000);
});
