import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { copyProject, ROOT, run } from './support/project-copy';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly types: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** A user's program: what it makes is looked at, and the wrong port must not compile. */
const MAIN = `import { App, Chart } from 'cdk8s';
import { AppConfig, Quantity, Tenant, WebService, type WebServiceProps } from 'kubewright';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
const config = new AppConfig(chart, 'settings', { data: { LEVEL: 'info' } });
const props: WebServiceProps<'http'> = {
  image: 'ghcr.io/acme/shop:1.4.2',
  ports: { http: 8080 },
  env: { LEVEL: config.key('LEVEL') },
  resources: { requests: { memory: Quantity.parse('64Mi') } },
};
const web = new WebService(chart, 'shop', props);
// @ts-expect-error: the service has no such port
export const missing = (): unknown => web.port('https');
// @ts-expect-error: the config has no such key
export const unset = (): unknown => config.key('COLOUR');
new Tenant(app, 'team-a', { quota: { pods: 20 } });
app.synth();
`;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  target: 'es2022',
  noEmit: true,
  types: ['node'],
};

/** The ways in which a project may look for the types of a package. */
const RESOLUTIONS = {
  // Here our own declarations are looked into as well; those of others are theirs to mend.
  node16: { module: 'node16', moduleResolution: 'node16', skipLibCheck: false },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  node10: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
};

const { folder, project } = copyProject();
const user = join(folder, 'user');
const installed = join(user, 'node_modules/kubewright');

function versionOf(name: string): string {
  const text = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as Manifest).version;
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(root, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

function objectsIn(folder: string): { kind: string; metadata: { name: string } }[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .map((document) => document.toJSON() as { kind: string; metadata: { name: string } });
}

beforeAll(() => {
  run(`npm pack --pack-destination "${folder}"`, project);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const pinned = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, versionOf(name)]));
  mkdirSync(user);
  writeFileSync(join(user, 'main.ts'), MAIN);
  writeFileSync(
    join(user, 'package.json'),
    JSON.stringify({
      name: 'user',
      private: true,
      dependencies: {
        kubewright: `file:../${tarball}`,
        ...pinned(['cdk8s', 'cdk8s-plus-28', 'constructs']),
      },
      devDependencies: pinned(['typescript', 'ts-node', '@types/node']),
    }),
  );
  for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
    const compilerOptions = { ...STRICT, ...resolution };
    writeFileSync(
      join(user, `tsconfig.${name}.json`),
      JSON.stringify({ compilerOptions, files: ['main.ts'] }),
    );
  }
  run('npm install --prefer-offline --no-audit --no-fund', user);
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the package', () => {
  test('holds what is compiled of lib/ without lib/dev, and the papers', () => {
    const compiled = filesOf(join(ROOT, 'lib'))
      .filter((file) => !file.startsWith('dev/'))
      .flatMap((file) =>
        file.endsWith('.ts') ? [file.replace(/ts$/, 'js'), file.replace(/ts$/, 'd.ts')] : [file],
      )
      .map((file) => `build/${file}`);
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    expect(filesOf(installed)).toEqual([...compiled, ...papers].sort());
  });

  test('names only files that it holds', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
    const named = [
      manifest.main,
      manifest.types,
      ...Object.values(manifest.bin ?? {}),
      ...Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : Object.values(entry),
      ),
    ];
    const files = filesOf(installed);
    expect(named.map((path) => path.replace(/^\.\//, '')).filter((path) => !files.includes(path))).toEqual(
      [],
    );
  });

  test.each(Object.keys(RESOLUTIONS))(
    'has types for a strict project that resolves as %s',
    (name) => {
      let findings = '';
      try {
        run(`node node_modules/typescript/bin/tsc --project tsconfig.${name}.json --pretty false`, user);
      } catch (error) {
        findings = (error as Error).message;
      }
      // Declarations of other packages may fail the check of libraries; ours and the program may not.
      expect(
        findings.split('\n').filter((line) => /^(main\.ts|node_modules\/kubewright|error)/.test(line)),
      ).toEqual([]);
    },
    120_000,
  );

  test('runs in a project of TypeScript by its own command, and its YAML is there', () => {
    expect(run('npx --no-install kubewright synth', user)).toContain('2 added');
    const rendered = objectsIn(join(user, 'dist'));
    expect(rendered.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      'ConfigMap settings',
      'Deployment shop',
      'Namespace team-a',
      'NetworkPolicy allow-dns',
      'NetworkPolicy default-deny',
      'ResourceQuota team-a',
      'Service shop',
    ]);
  }, 120_000);

  test('runs by ts-node, as the stock cdk8s synth has it', () => {
    const compilerOptions = { module: 'node16', target: 'es2022', strict: true, skipLibCheck: true };
    writeFileSync(join(user, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    run('CDK8S_OUTDIR=stock npx --no-install ts-node main.ts', user);
    const byIdentity = (folder: string): Map<string, unknown> =>
      new Map(
        objectsIn(join(user, folder)).map((object) => [`${object.kind} ${object.metadata.name}`, object]),
      );
    expect(byIdentity('stock')).toEqual(byIdentity('dist'));
  }, 120_000);

  test('can be imported by an ES module', () => {
    writeFileSync(
      join(user, 'names.mjs'),
      "import { Quantity, WebService } from 'kubewright';\nconsole.log(WebService.name, Quantity.parse('1Gi').toString());\n",
    );
    expect(run('node names.mjs', user)).toBe('WebService 1Gi\n');
  }, 60_000);
});
