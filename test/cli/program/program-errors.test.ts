import { type Files, type Loaded, Project } from '../support/project';
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

/** The failure of a program: its kind and message, the place below the project, the help. */
function failure(files: Files): object {
  const made = project(files);
  const { error } = made.loadOnce();
  const own = (error?.frames ?? []).filter((frame) => frame.own);
  const places = own.map(({ file, line, column }) => `${file}:${String(line)}:${String(column)}`);
  const text = JSON.stringify({ kind: error?.kind, message: error?.message, places, help: error?.help });
  return JSON.parse(text.replaceAll(made.dir, '.')) as object;
}

const esm = { 'package.json': '{"type":"module"}' };

test('no program at all says where it was looked for', () => {
  expect(failure({})).toEqual({
    kind: 'missing-entry',
    message: 'there is no program in .',
    places: [],
    help: [
      'looked for main.ts, main.mts, main.cts, main.js, main.mjs, and for "app" in cdk8s.yaml',
      'run the command in the folder of the project, or write main.ts there',
    ],
  });
});

test('a program that cdk8s.yaml names and that is not there', () => {
  expect(failure({ 'cdk8s.yaml': 'app: npx ts-node src/app.ts', 'main.ts': '' })).toEqual({
    kind: 'missing-entry',
    message: 'src/app.ts does not exist',
    places: [],
    help: [
      'looked for ./src/app.ts: "app: npx ts-node src/app.ts" in cdk8s.yaml names it',
      'did you mean main.ts?',
    ],
  });
});

test.each<[string, string, string, string]>([
  ['a missing operand', 'export const a = 1;\n\tconst x = ;\n', 'Expression expected', '2:12'],
  ['after wide characters', 'const s = "日本" + ;', 'Expression expected', '1:18'],
  ['the end of the file', 'function f() {\n  return 1;\n', "Expected '}', got '<eof>'", '2:12'],
  [
    'a name that is declared twice',
    'type T = 1;\n\nconst a = 1;\nconst a = 2;',
    "Identifier 'a' has already been declared",
    '4:7',
  ],
])('a syntax error has its place: %s', (_, text, message, place) => {
  expect(failure({ 'main.ts': "import './broken';", 'broken.ts': text })).toMatchObject({
    kind: 'syntax',
    message,
    places: [`./broken.ts:${place}`],
  });
});

test('a top-level await where there can be none says how there can', () => {
  expect(failure({ 'main.ts': 'const x: number = 1;\nawait x;' })).toMatchObject({
    kind: 'syntax',
    places: ['./main.ts:2:1'],
    help: ['make it an ES module: name it .mts, or write "type": "module" in package.json'],
  });
});

test('a syntax error in an ES module', () => {
  expect(failure({ ...esm, 'main.ts': "import './b.js';", 'b.ts': '\nconst x = ;' })).toMatchObject({
    kind: 'syntax',
    places: ['./b.ts:2:11'],
  });
});

const throwing = `interface Props { readonly name?: string }

export function upper(props: Props): string {
  return props.name!.toUpperCase();
}
`;

test.each<[string, string, Files]>([
  // TypeScript's `upper(...)` becomes `(0, a.upper)(...)`, which is called at its parenthesis.
  [
    'CommonJS',
    './main.ts:3:6',
    { 'a.ts': throwing, 'main.ts': "import { upper } from './a';\n\nupper({});" },
  ],
  [
    'ES modules',
    './main.ts:3:1',
    { ...esm, 'a.ts': throwing, 'main.ts': "import { upper } from './a.js';\n\nupper({});" },
  ],
])('an exception has the frames of the source: %s', (_, place, files) => {
  expect(failure(files)).toMatchObject({
    kind: 'exception',
    message: "TypeError: Cannot read properties of undefined (reading 'toUpperCase')",
    places: ['./a.ts:4:22', place],
  });
});

test('an exception that a library throws is told at the line that called it', () => {
  const main = `import { App, Chart } from 'cdk8s';
const app = new App();
new Chart(app, 'x');
  new Chart(app, 'x');`;
  expect(failure({ 'main.ts': main })).toMatchObject({
    kind: 'exception',
    message: "There is already a Construct with name 'x' in App",
    places: ['./main.ts:4:3'],
  });
});

test('an exception deep in a library still has the line of the user', () => {
  const lib = 'exports.dive = (n) => { if (n === 0) throw new Error("deep"); exports.dive(n - 1); };';
  const main = "import { dive } from 'lib';\n\n  dive(30);";
  expect(failure({ 'node_modules/lib/index.js': lib, 'main.ts': main })).toMatchObject({
    message: 'deep',
    places: ['./main.ts:3:7'],
  });
});

test.each([
  [
    'a rejection that nobody handles',
    "async function main() { await null; throw new Error('late'); }\nvoid main();",
    'late',
  ],
  [
    'an exception in a timer',
    "setTimeout(() => { throw new RangeError('later'); }, 1);",
    'RangeError: later',
  ],
  ['something that is no Error', "throw 'text';", 'it threw text'],
])('%s', (_, main, message) => {
  expect(failure({ 'main.ts': main })).toMatchObject({ kind: 'exception', message });
});

test.each([
  ['process.exit(3)', 'main.ts called process.exit(3)', ['./main.ts:2:9']],
  ['process.exitCode = 4', 'main.ts set process.exitCode to 4', []],
])('%s is a failure', (statement, message, places) => {
  expect(failure({ 'main.ts': `// ends\n${statement};` })).toMatchObject({ kind: 'exit', message, places });
});

test('a top-level await that nothing settles', () => {
  expect(failure({ ...esm, 'main.ts': 'await new Promise(() => {});' })).toMatchObject({
    kind: 'unfinished',
    message: 'main.ts waits for a promise that nothing will settle',
  });
});

test('an App without synth() is no result, as for the stock CLI', () => {
  expect(failure({ 'main.ts': appWith('x').replace('app.synth();', '') })).toMatchObject({
    kind: 'no-app',
    help: ['end it with app.synth(); an App without that call renders nothing'],
  });
});

test.each<[string, Files, object]>([
  [
    'a file',
    { 'main.ts': "import { a } from './chart/web';\n\na();", 'chart/wed.ts': '' },
    {
      message: 'cannot find the file ./chart/web, imported by main.ts',
      places: ['./main.ts:1:19'],
      help: ['did you mean ./chart/wed?'],
    },
  ],
  [
    'a package',
    { 'main.ts': "\nimport 'left-pod';" },
    {
      message: 'cannot find the module left-pod, imported by main.ts',
      places: ['./main.ts:2:8'],
      help: ['install it: npm install left-pod'],
    },
  ],
  [
    'a file of a package',
    { 'main.ts': "import 'cdk8s/lib/chrt';" },
    { help: ['the package cdk8s is installed, but has no lib/chrt'] },
  ],
  [
    'a file, from an ES module',
    { ...esm, 'main.ts': "import './a/user.js';", 'a/users.ts': '' },
    { message: 'cannot find the file ./a/user.js, imported by main.ts', help: ['did you mean ./a/users?'] },
  ],
])('a module that is not there: %s', (_, files, expected) => {
  expect(failure(files)).toMatchObject({ kind: 'module-not-found', ...expected });
});

test.each<[string, Files, object]>([
  ['cdk8s.yaml', { 'cdk8s.yaml': 'app: x\nimports: [\n' }, { places: ['./cdk8s.yaml:3:1'] }],
  ['a key', { 'cdk8s.yaml': 'app: [a]' }, { message: 'cdk8s.yaml has a "app" that is no text' }],
  ['tsconfig.json', { 'main.ts': '', 'tsconfig.json': '{"a": }' }, { kind: 'config' }],
  [
    'its base',
    { 'main.ts': '', 'tsconfig.json': '{"extends":"@x/y"}' },
    { message: './tsconfig.json extends @x/y, which is not installed' },
  ],
])('a configuration that cannot be read: %s', (_, files, expected) => {
  expect(failure(files)).toMatchObject({ kind: 'config', ...expected });
});

test('a command that fails', () => {
  const { error }: Loaded = project({ 'cdk8s.yaml': 'app: exit 5' }).loadOnce();
  expect(error).toMatchObject({ kind: 'command', message: 'the command of cdk8s.yaml failed: exit code 5' });
});
