import { type App, Chart } from 'cdk8s';
import type * as Cdk8s from 'cdk8s';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'kubewright/jest';
import { parseAllDocuments } from 'yaml';

const ROOT = join(__dirname, '../..');

/** Runs main.ts and hands over the app that it synthesizes. */
function platform(): App {
  const synthesized: App[] = [];
  jest.isolateModules(() => {
    // The same copy of cdk8s that main.ts gets.
    const cdk8s = jest.requireActual<typeof Cdk8s>('cdk8s');
    jest.spyOn(cdk8s.App.prototype, 'synth').mockImplementation(function (this: App) {
      synthesized.push(this);
    });
    jest.requireActual('../../main');
  });
  const [app] = synthesized;
  if (app === undefined) throw new Error('main.ts synthesizes no app');
  return app;
}

describe('the reference platform', () => {
  const charts = platform().node.children.filter((child): child is Chart => child instanceof Chart);

  test.each(charts.map((chart) => [chart.node.id, chart]))('chart %s renders as recorded', (_id, chart) => {
    expect(chart).toMatchManifestSnapshot();
  });

  test('renders the same twice', () => {
    const render = (): unknown[] => platform().charts.flatMap((chart) => chart.toJson() as unknown[]);
    expect(render()).toEqual(render());
  });

  test('gives every object an identity of its own', () => {
    const identities = platform()
      .charts.flatMap(
        (chart) => chart.toJson() as { kind: string; metadata: { namespace?: string; name: string } }[],
      )
      .map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(identities.filter((identity, index) => identities.indexOf(identity) !== index)).toEqual([]);
  });

  test('is imported by the public name of the package alone', () => {
    const files = [
      ...readdirSync(join(ROOT, 'charts')).map((file) => join(ROOT, 'charts', file)),
      join(ROOT, 'main.ts'),
    ];
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const imported = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, module]) => module,
      );
      expect(imported.filter((module) => module?.includes('lib'))).toEqual([]);
    }
  });
});

describe('dist/', () => {
  /** All objects of a folder by their identity. Files and their order are the renderer's own matter. */
  const objects = (folder: string): Map<string, unknown> =>
    new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
        .map((document) => {
          const object = document.toJSON() as {
            kind: string;
            metadata: { namespace?: string; name: string };
          };
          return [`${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`, object];
        }),
    );

  test('holds the objects that the stock cdk8s synth makes of the same project', () => {
    const out = mkdtempSync(join(tmpdir(), 'stock-synth-'));
    try {
      execFileSync('npx', ['cdk8s', 'synth', '--output', out], { cwd: ROOT, stdio: 'pipe' });
      const stock = objects(out);
      expect(stock.size).toBeGreaterThan(100);
      expect(objects(join(ROOT, 'dist'))).toEqual(stock);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }, 120_000);
});
