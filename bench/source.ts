/**
 * What it costs to remember where constructs are made: `npm run bench:source`.
 *
 * The same app is built with and without recording, each in a process of its own, in turns;
 * processor time, not wall time.
 */
import { spawnSync } from 'node:child_process';

import { ApiObject, App, Chart } from 'cdk8s';
import { ConfigMap, Deployment } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';

import { recordSources } from '../lib/source/record-sources';
import { sourceOf } from '../lib/source/source-of';

interface Measured {
  readonly objects: number;
  readonly constructs: number;
  readonly buildMicros: number;
  readonly heapBytes: number;
  readonly askMicros: number;
}

const CHARTS = 10_000;
const ROUNDS = 5;

/** Four objects: two of cdk8s-plus-28 with a service beside, and one plain ApiObject. */
function shop(scope: Construct): void {
  new ConfigMap(scope, 'config', { data: { key: 'value' } });
  new Deployment(scope, 'web', { containers: [{ image: 'nginx', portNumber: 80 }] }).exposeViaService();
  new ApiObject(scope, 'raw', { apiVersion: 'example.com/v1', kind: 'Thing' });
}

function measure(record: boolean): Measured {
  if (record) recordSources();
  for (let i = 0; i < 200; i++) shop(new Chart(new App(), `warm-${i}`));
  const app = new App();
  const collect = globalThis.gc ?? (() => undefined);
  collect();
  const heap = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  for (let i = 0; i < CHARTS; i++) shop(new Chart(app, `shop-${i}`));
  const build = process.cpuUsage(start);
  collect();
  const heapBytes = process.memoryUsage().heapUsed - heap;
  const all = app.node.findAll();
  const asking = process.cpuUsage();
  for (const construct of all) sourceOf(construct);
  const ask = process.cpuUsage(asking);
  return {
    objects: CHARTS * 4,
    constructs: all.length,
    buildMicros: build.user + build.system,
    heapBytes,
    askMicros: ask.user + ask.system,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function main(): void {
  const mode = process.argv[2];
  if (mode !== undefined) {
    process.stdout.write(JSON.stringify(measure(mode === 'record')));
    return;
  }
  const runs = { plain: [] as Measured[], record: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const mode of ['plain', 'record'] as const) {
      const args = ['--expose-gc', ...process.execArgv, __filename, mode];
      const child = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', ...args], {
        encoding: 'utf8',
      });
      if (child.status !== 0) throw new Error(child.stderr);
      runs[mode].push(JSON.parse(child.stdout) as Measured);
    }
  }
  const of = (mode: 'plain' | 'record', key: keyof Measured): number =>
    median(runs[mode].map((run) => run[key]));
  const cost = of('record', 'buildMicros') - of('plain', 'buildMicros');
  const heap = of('record', 'heapBytes') - of('plain', 'heapBytes');
  const objects = of('record', 'objects');
  const constructs = of('record', 'constructs');
  console.log(`build of ${objects} objects (${constructs} constructs), median of ${ROUNDS}:`);
  console.log(
    `  without ${(of('plain', 'buildMicros') / 1e3).toFixed(0)} ms, with ${(of('record', 'buildMicros') / 1e3).toFixed(0)} ms`,
  );
  console.log(
    `  recording: ${(cost / objects).toFixed(1)} µs an object, ${(cost / constructs).toFixed(1)} µs a construct`,
  );
  console.log(
    `  memory: ${(heap / 2 ** 20).toFixed(1)} MiB more (${(heap / constructs).toFixed(0)} bytes a construct)`,
  );
  console.log(`  asking every construct: ${(of('record', 'askMicros') / 1e3).toFixed(1)} ms`);
}

main();
