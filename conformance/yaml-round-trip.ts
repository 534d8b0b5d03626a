/**
 * Emits hostile text and has it read back by the readers that Kubernetes tools use, which are written
 * in Go (./yaml-reader), and by the `yaml` package in both versions. What any of them reads
 * differently is a failure. Beside it, how often the emitter that cdk8s uses fails on the same text.
 *
 *     npm run test:yaml-go -- --strings 100000 --seed 1
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { emitDocument, emitDocuments } from '../lib/render/emit-yaml';
import { type JsonObject } from '../lib/model/json-value';
import { HOSTILE_TEXTS, hostileText, withTextEverywhere } from '../test/render/hostile-text';

const { values: options } = parseArgs({
  options: {
    strings: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const WANTED = Number(options.strings);
const SEED = Number(options.seed);
const BATCH = 2000;

/** One text in one document, and what must come back. */
interface Probe {
  readonly text: string;
  readonly document: string;
  readonly expected: unknown;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

interface Answers {
  readonly kubectl: Answer;
  readonly kustomize: Answer;
}

function* distinctTexts(): Generator<string> {
  const seen = new Set<string>();
  for (const text of HOSTILE_TEXTS) {
    if (!seen.has(text) && seen.size < WANTED) yield text;
    seen.add(text);
  }
  for (let round = 0; seen.size < WANTED; round++) {
    for (const text of fc.sample(hostileText, { numRuns: BATCH, seed: SEED + round })) {
      if (seen.has(text) || seen.size >= WANTED) continue;
      seen.add(text);
      yield text;
    }
  }
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function buildReader(folder: string): string {
  const program = join(folder, 'yaml-reader');
  const { status, error } = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: join(__dirname, 'yaml-reader'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('go build of conformance/yaml-reader failed', { cause: error });
  return program;
}

function readWithGo(program: string, documents: readonly string[]): Answers[] {
  const input = documents.flatMap((document) => {
    const bytes = Buffer.from(document);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  const { status, stdout, stderr } = spawnSync(program, { input: Buffer.concat(input), maxBuffer: 2 ** 31 });
  if (status !== 0) throw new Error(`yaml-reader failed: ${stderr.toString()}`);
  return stdout
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answers);
}

/** Our document, alone and as a splitter cuts it from a stream that goes on. */
function ourProbes(text: string): Probe[] {
  const whole = withTextEverywhere(text) as JsonObject;
  const last = { a: 1, z: text };
  const stream = emitDocuments([last, {}]);
  return [
    { text, document: emitDocument(whole), expected: whole },
    { text, document: stream.slice(0, stream.lastIndexOf('\n---\n')), expected: last },
  ];
}

const STOCK = { version: '1.1', lineWidth: 0, keepUndefined: true } as const;
const stockValue = (text: string): Probe => probeStock(text, { k: text, z: 1 });
const stockKey = (text: string): Probe => probeStock(text, { [text]: 'v' });
const stockItem = (text: string): Probe => probeStock(text, { k: [text, 'z'] });
const probeStock = (text: string, expected: unknown): Probe => ({
  text,
  document: yaml.stringify(expected, STOCK),
  expected,
});

function countStockFailures(program: string, probes: readonly Probe[], failed: Set<string>): number {
  const answers = readWithGo(
    program,
    probes.map((probe) => probe.document),
  );
  let failures = 0;
  for (const [index, probe] of probes.entries()) {
    if (isDeepStrictEqual(answers[index]?.kubectl.value, probe.expected)) continue;
    failures++;
    failed.add(probe.text);
  }
  return failures;
}

function readWithPackage(document: string, version: '1.1' | '1.2'): Answer {
  try {
    return { value: yaml.parse(document, { version, maxAliasCount: 0 }) as unknown };
  } catch (error) {
    return { error: String(error) };
  }
}

function abbreviate(value: string | Answer): string {
  const text = JSON.stringify(value);
  return text.length <= 300 ? text : `${text.slice(0, 300)}...`;
}

function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'kubewright-yaml-'));
  try {
    const program = buildReader(folder);
    let texts = 0;
    const failures = { kubectl: 0, kustomize: 0, 'yaml 1.1': 0, 'yaml 1.2': 0 };
    const stock = { value: 0, key: 0, item: 0, texts: 0 };
    let shown = 0;
    for (const batch of batches(distinctTexts())) {
      texts += batch.length;
      const probes = batch.flatMap(ourProbes);
      const answers = readWithGo(
        program,
        probes.map((probe) => probe.document),
      );
      for (const [index, { text, document, expected }] of probes.entries()) {
        const all = {
          ...answers[index],
          'yaml 1.1': readWithPackage(document, '1.1'),
          'yaml 1.2': readWithPackage(document, '1.2'),
        };
        for (const reader of Object.keys(failures) as (keyof typeof failures)[]) {
          const answer = all[reader];
          if (answer !== undefined && isDeepStrictEqual(answer.value, expected)) continue;
          failures[reader]++;
          if (shown++ < 20) {
            console.log(reader, abbreviate(text), abbreviate(document), abbreviate(answer ?? {}));
          }
        }
      }
      const failed = new Set<string>();
      stock.value += countStockFailures(program, batch.map(stockValue), failed);
      stock.key += countStockFailures(program, batch.map(stockKey), failed);
      stock.item += countStockFailures(program, batch.map(stockItem), failed);
      stock.texts += failed.size;
    }
    console.log(`${texts} texts, seed ${SEED}; documents that came back different:`);
    console.table({ ...failures });
    console.log("texts that the stock emitter corrupts for kubectl's reader:");
    console.table({ 'as value': stock.value, 'as key': stock.key, 'as item': stock.item, any: stock.texts });
    return Object.values(failures).some((count) => count > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
