import { startTypecheck } from '../../../lib/cli/program/typecheck';
import { Project } from '../support/project';

const projects: Project[] = [];

function project(files: Record<string, string>): Project {
  const made = new Project(files);
  projects.push(made);
  return made;
}

afterEach(() => {
  for (const made of projects.splice(0)) made.remove();
});

async function errors(made: Project, tsconfig?: string): Promise<object[]> {
  const check = startTypecheck({
    projectDir: made.dir,
    entry: made.path('main.ts'),
    tsconfig: tsconfig === undefined ? undefined : made.path(tsconfig),
  });
  return (await check.errors()).map(({ kind, message, frames: [frame] }) => ({
    kind,
    message,
    place: frame && `${frame.file.slice(made.dir.length + 1)}:${String(frame.line)}:${String(frame.column)}`,
  }));
}

const options = '{"compilerOptions":{"strict":true,"types":[],"module":"node16"},"include":["*.ts"]}';

test('reports each error of the project with its place', async () => {
  const made = project({
    'tsconfig.json': options,
    'a.ts': 'interface T { a: { b: string } }\n\nexport const a: T = { a: { b: 1 } };\n',
    'main.ts': "import { a } from './a';\n\ta.b;",
  });
  const expected = [
    {
      kind: 'type',
      message: "Type 'number' is not assignable to type 'string'. (TS2322)",
      place: 'a.ts:3:28',
    },
    { kind: 'type', message: "Property 'b' does not exist on type 'T'. (TS2339)", place: 'main.ts:2:4' },
  ];
  expect(await errors(made, 'tsconfig.json')).toEqual(expected);
  // The second time from what the compiler kept.
  expect(await errors(made, 'tsconfig.json')).toEqual(expected);
});

test('an error of several lines is one', async () => {
  const main =
    'interface A { a: { b: number } }\ndeclare const x: { a: { b: string } };\nexport const a: A = x;';
  const [error] = await errors(project({ 'main.ts': main, 'tsconfig.json': options }), 'tsconfig.json');
  expect(error).toMatchObject({
    message: expect.stringMatching(/^Type .*\(TS2322\)\nThe types of .*\nType 'string'/) as string,
  });
});

test('a project without errors, and one without a tsconfig', async () => {
  expect(
    await errors(project({ 'main.ts': 'export {};', 'tsconfig.json': options }), 'tsconfig.json'),
  ).toEqual([]);
  expect(await errors(project({ 'main.ts': 'export const a: string = 1;' }))).toMatchObject([
    { place: 'main.ts:1:14' },
  ]);
});

test('an option that the compiler does not know has no place', async () => {
  const made = project({ 'main.ts': '', 'tsconfig.json': '{"compilerOptions":{"strct":true}}' });
  expect(await errors(made, 'tsconfig.json')).toMatchObject([
    { message: expect.stringContaining("Unknown compiler option 'strct'") as string },
  ]);
});
