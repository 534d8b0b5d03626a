import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App, type AppProps } from 'cdk8s';
import { parseAllDocuments } from 'yaml';

import { type CollectedApp } from '../../lib/synth/collected-app';

/** What an app yields, in the form of `app.synth()`: the documents of each file. */
export interface Yield {
  readonly files: Readonly<Record<string, readonly unknown[]>>;
  /** The paths of the charts in order, which the names of files only show when numbered. */
  readonly charts: readonly string[];
}

/** Builds an app and lets the `App.synth` of cdk8s write it. */
export function stockSynth(build: (app: App) => void, props: AppProps = {}): Yield {
  const outdir = mkdtempSync(join(tmpdir(), 'stock-synth-'));
  try {
    const app = new App({ ...props, outdir });
    build(app);
    return readStock(app);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Runs `app.synth()` and reads what it wrote. */
export function readStock(app: App): Yield {
  app.synth();
  const files: Record<string, readonly unknown[]> = {};
  for (const file of readdirSync(app.outdir).sort()) {
    const text = readFileSync(join(app.outdir, file), 'utf8');
    const documents = parseAllDocuments(text, { version: '1.1' });
    files[file.replace('.k8s.yaml', '')] = documents.map((document) => document.toJS() as unknown);
  }
  return { files, charts: app.charts.map((chart) => chart.node.path) };
}

/** What `collect` gives, as the files that cdk8s would make of it. */
export function asFiles({ charts, hasDependantCharts }: CollectedApp): Yield {
  const files: Record<string, readonly unknown[]> = {};
  for (const [i, { name, objects }] of charts.entries()) {
    const prefix = hasDependantCharts ? `${String(i).padStart(4, '0')}-` : '';
    files[prefix + name] = objects.map(({ object }) => object);
  }
  return { files, charts: charts.map(({ path }) => path) };
}
