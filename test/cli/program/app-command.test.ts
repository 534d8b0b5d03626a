import { parseAppCommand } from '../../../lib/cli/program/app-command';

const plain = { args: [], env: {}, preload: [], project: undefined };

test.each<[string, object]>([
  ['npx ts-node main.ts', { entry: 'main.ts' }],
  ['ts-node --files src/x.ts', { entry: 'src/x.ts' }],
  ['node main.js', { entry: 'main.js' }],
  ['npx tsx main.ts', { entry: 'main.ts' }],
  ['npx --yes -- ts-node -T main.ts', { entry: 'main.ts' }],
  ['pnpm exec tsx main.mts', { entry: 'main.mts' }],
  ['yarn ts-node main.ts', { entry: 'main.ts' }],
  ['npm exec ts-node-esm main.ts', { entry: 'main.ts' }],
  ['./node_modules/.bin/ts-node main.ts', { entry: 'main.ts' }],
  ['ts-node -P tsconfig.app.json main.ts', { entry: 'main.ts', project: 'tsconfig.app.json' }],
  ['tsx --tsconfig=a.json main.ts', { entry: 'main.ts', project: 'a.json' }],
  [
    'ts-node -r tsconfig-paths/register -r dotenv/config main.ts',
    { entry: 'main.ts', preload: ['dotenv/config'] },
  ],
  ['node --import tsx main.ts', { entry: 'main.ts' }],
  ['node --loader ts-node/esm main.ts', { entry: 'main.ts' }],
  ['node --enable-source-maps -r ts-node/register/transpile-only main.ts', { entry: 'main.ts' }],
  [
    'STAGE=prod A= npx ts-node main.ts --region "eu west"',
    { entry: 'main.ts', env: { STAGE: 'prod', A: '' }, args: ['--region', 'eu west'] },
  ],
  ["cross-env A='b c' node main.cjs", { entry: 'main.cjs', env: { A: 'b c' } }],
  ["node 'my app.js'", { entry: 'my app.js' }],
])('takes %s apart', (command, expected) => {
  expect(parseAppCommand(command)).toEqual({ ...plain, ...expected });
});

test.each([
  'python3 main.py',
  'go run .',
  'npm run synth',
  'npm run build && node main.js',
  'node main.js > log',
  'node $ENTRY.js',
  'node *.js',
  'node -e 1',
  'node main',
  'node --max-old-space-size=4096 main.js',
  'node --import ./hooks.mjs main.js',
  'npx ts-node --compiler-options {"a":1} main.ts',
  'npx ts-node "main.ts',
  'npx ts-node',
  'node --require',
  'npx',
  '',
])('leaves %s to the shell', (command) => {
  expect(parseAppCommand(command)).toBeUndefined();
});
