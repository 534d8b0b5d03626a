import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Io } from '../../lib/cli/io';
import { run } from '../../lib/cli/run';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubewright-commands-'));
  const command = (name: string, body: string): void =>
    writeFileSync(join(folder, `${name}.js`), `exports.default = ${body};`);
  command(
    'render',
    `{
      summary: 'Render the charts',
      description: ['Renders every chart of the program, and then writes what differs from what is there already.'],
      positionals: [{ name: 'chart', summary: 'Only this one', many: true }],
      options: {
        out: { type: 'text', short: 'o', value: 'dir', summary: 'Where to' },
        layout: { type: 'text', value: 'name', summary: 'How', choices: ['chart', 'object'] },
        only: { type: 'list', value: 'chart', summary: 'Which' },
        check: { type: 'flag', default: true, summary: 'Skip the check' },
        stdout: { type: 'flag', summary: 'Print' },
      },
      examples: [{ command: 'kubewright render --stdout', says: 'Print it' }],
      run: ({ options, positionals, io }) => {
        io.stdout.write(JSON.stringify({ options, positionals }));
        return 0;
      },
    }`,
  );
  command('none', `{ summary: 'None', options: {}, examples: [], run: () => 0 }`);
  command(
    'one',
    `{ summary: 'One', options: {}, examples: [], positionals: [{ name: 'file', summary: '', required: true }], run: () => 1 }`,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

async function kubewright(...args: string[]) {
  return await withEnv({}, ...args);
}

async function withEnv(env: Io['env'], ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env,
    cwd: folder,
  };
  const code = await run(args, io, folder);
  return { code, out: out.join(''), err: err.join('') };
}

test('a command gets its options and arguments', async () => {
  const { code, out } = await kubewright(
    'render',
    '-o',
    'x',
    'a',
    '--only=b',
    '--only',
    'c',
    '--layout',
    'object',
    '--no-check',
    '--',
    '--stdout',
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    options: { out: 'x', layout: 'object', only: ['b', 'c'], check: false, stdout: false },
    positionals: ['a', '--stdout'],
  });
});

test('defaults', async () => {
  expect(JSON.parse((await kubewright('render')).out)).toEqual({
    options: { only: [], check: true, stdout: false },
    positionals: [],
  });
});

test.each([
  [['rendr'], 'unknown command "rendr"', 'did you mean render?'],
  [['render', '--sdtout'], 'unknown option --sdtout', 'did you mean --stdout?'],
  [['render', '--chek'], 'unknown option --chek', 'see kubewright render --help'],
  [['render', '--no-chek'], 'unknown option --no-chek', 'did you mean --no-check?'],
  [['render', '--no-stdout'], 'unknown option --no-stdout', 'see kubewright render --help'],
  [['render', '-x'], 'unknown option -x', 'see kubewright render --help'],
  [['render', '--out'], '--out needs a value', 'write --out <dir>'],
  [['render', '--out', '--stdout'], '--out needs a value', 'write --out <dir>'],
  [['render', '--stdout=yes'], '--stdout takes no value', 'write --stdout'],
  [['render', '--layout', 'objects'], '--layout cannot be "objects"', 'did you mean object?'],
  [['none', 'x'], 'unexpected argument "x": the command takes none', 'see kubewright none --help'],
  [['one'], '<file> is missing', 'see kubewright one --help'],
  [['one', 'a', 'b'], 'one argument too many: "b"', 'see kubewright one --help'],
  [['--nonsense'], 'unknown option --nonsense', 'a command comes first'],
])('%j is wrong usage', async (args, message, help) => {
  const { code, out, err } = await kubewright(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`error: ${message}\n`);
  expect(err).toContain(`help: ${help}`);
});

test('help of all, of one, and where there is no command', async () => {
  const all = await kubewright('--help');
  expect(all).toMatchObject({ code: 0, err: '' });
  expect(all.out).toMatchSnapshot();
  const one = await kubewright('render', '--help');
  expect(one.out).toMatchSnapshot();
  expect((await kubewright('help', 'render')).out).toBe(one.out);
  expect((await kubewright('one', '-h')).code).toBe(0);
  expect(await kubewright()).toEqual({ code: 2, out: '', err: all.out });
});

test('the version', async () => {
  const { out } = await kubewright('--version');
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each<[Io['env'], boolean]>([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
])('colours with %j: %j', async (env, colored) => {
  expect((await withEnv(env, 'nothing')).err.includes('\u001b[')).toBe(colored);
});
