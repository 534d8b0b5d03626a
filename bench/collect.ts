import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ApiObject, App, Chart } from 'cdk8s';
import { ConfigMap, Deployment, EnvValue, Ingress, IngressBackend } from 'cdk8s-plus-28';

import { collect } from '../lib/synth/collect';

/**
 * The synth loop alone, in process and without writing: `collect` beside what `App.synth` does
 * before it writes (`chart.toJson()` of every chart, in order).
 *
 *     npm run bench:collect [-- --long]
 *
 * `--long` lets the stock loop run where it takes more than some seconds.
 */
interface Case {
  readonly name: string;
  /** Whether the stock loop ends at all, and when. */
  readonly stock: 'quick' | 'slow' | 'never';
  readonly build: (app: App) => void;
}

const CASES: readonly Case[] = [
  { name: '100 web services, a chart each', stock: 'quick', build: (app) => services(app, 100) },
  { name: '1000 web services', stock: 'quick', build: (app) => services(app, 1000) },
  { name: '2000 web services', stock: 'slow', build: (app) => services(app, 2000) },
  { name: '10000 web services (40,000 objects)', stock: 'never', build: (app) => services(app, 10_000) },
  { name: '10,000 objects in one chart', stock: 'quick', build: (app) => charts(app, 1, 10_000) },
  { name: '40,000 objects in one chart', stock: 'quick', build: (app) => charts(app, 1, 40_000) },
  { name: '40,000 objects in 4,000 charts', stock: 'never', build: (app) => charts(app, 4000, 10) },
  { name: 'chain of 3 charts, 10 objects each', stock: 'quick', build: (app) => chain(app, 3, 10) },
  { name: 'chain of 6 charts, 10 objects each', stock: 'slow', build: (app) => chain(app, 6, 10) },
  { name: 'chain of 5 charts, 100 objects each', stock: 'never', build: (app) => chain(app, 5, 100) },
  { name: 'chain of 6,000 charts, 1 object each', stock: 'never', build: (app) => chain(app, 6000, 1) },
  { name: 'chain of 400 charts, 100 objects each', stock: 'never', build: (app) => chain(app, 400, 100) },
];

function services(app: App, count: number): void {
  for (let i = 0; i < count; i++) {
    const chart = new Chart(app, `service-${i}`);
    new ConfigMap(chart, 'config', { data: { LEVEL: 'info', GREETING: `hello ${i}` } });
    const deployment = new Deployment(chart, 'web', {
      replicas: 2,
      containers: [
        {
          image: 'nginx:1.27',
          portNumber: 8080,
          envVariables: { LEVEL: EnvValue.fromValue('info') },
        },
      ],
    });
    const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    new Ingress(chart, 'ingress', {
      rules: [{ host: `service-${i}.example.com`, backend: IngressBackend.fromService(service) }],
    });
  }
}

function charts(app: App, count: number, objects: number): Chart[] {
  return Array.from({ length: count }, (_, i) => {
    const chart = new Chart(app, `chart-${i}`);
    for (let j = 0; j < objects; j++) {
      new ApiObject(chart, `object-${j}`, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { labels: { app: 'bench' } },
        data: { index: String(j) },
      });
    }
    return chart;
  });
}

function chain(app: App, count: number, objects: number): void {
  const all = charts(app, count, objects);
  for (const [i, chart] of all.entries()) {
    const previous = all[i - 1];
    if (previous !== undefined) chart.addDependency(previous);
  }
}

/** Seconds of the middle one of some runs, each on a tree of its own: the stock loop changes it. */
function median(runs: number, build: (app: App) => void, run: (app: App) => unknown): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-collect-'));
  const times = Array.from({ length: runs }, () => {
    const app = new App({ outdir });
    build(app);
    const start = process.hrtime.bigint();
    run(app);
    return Number(process.hrtime.bigint() - start) / 1e9;
  }).sort((a, b) => a - b);
  rmSync(outdir, { recursive: true });
  return times[runs >> 1] ?? 0;
}

function stockLoop(app: App): unknown {
  // Each toJson validates the app and resolves its dependencies anew; synth() itself does so once more.
  const order = app.charts;
  return order.map((chart) => chart.toJson() as unknown);
}

function main(): void {
  const isLong = process.argv.includes('--long');
  console.log('| tree | stock s | collect s | ratio |\n| --- | --- | --- | --- |');
  for (const { name, stock, build } of CASES) {
    const ours = median(5, build, collect);
    const runsStock = stock === 'quick' || (stock === 'slow' && isLong);
    const theirs = runsStock ? median(stock === 'quick' ? 3 : 1, build, stockLoop) : undefined;
    const [shown, ratio] =
      theirs === undefined ? ['not run', ''] : [theirs.toFixed(3), `${(theirs / ours).toFixed(1)}x`];
    console.log(`| ${name} | ${shown} | ${ours.toFixed(3)} | ${ratio} |`);
  }
}

main();
