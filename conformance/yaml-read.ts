/**
 * Has YAML that readers disagree about read by kubectl's reader, which is written in Go
 * (./yaml-reader), and by lib/read. What the two read differently is a failure. With `--write` the
 * verdicts of Go on the documents by hand become the fixture that the unit tests use.
 *
 *     npm run test:yaml-read-go -- --documents 100000 --seed 1
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { HOSTILE_DOCUMENTS, hostileYaml } from '../test/read/hostile-yaml';
import { readLikeGo } from '../test/read/read-like-go';
import { isSameVerdict, packVerdicts, refusesLostValue, type Verdict } from '../test/read/verdicts';

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const BATCH = 5000;

interface Answers {
  readonly lenient: { readonly value?: unknown; readonly error?: string };
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

function readWithGo(program: string, documents: readonly string[]): (Verdict & { error?: string })[] {
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
    .map((line) => {
      const { value, error } = (JSON.parse(line) as Answers).lenient;
      // Without the sign of zeros.
      return error === undefined
        ? { value: JSON.parse(JSON.stringify(value)) as unknown }
        : { broken: true, error };
    });
}

/** As kubectl hands each document to its reader: the last line ends too. */
const complete = (document: string): string => (document.endsWith('\n') ? document : `${document}\n`);

function* documents(): Generator<string[]> {
  yield [...HOSTILE_DOCUMENTS];
  const wanted = Number(options.documents);
  for (let made = 0; made < wanted; made += BATCH) {
    yield fc.sample(hostileYaml, {
      numRuns: Math.min(BATCH, wanted - made),
      seed: Number(options.seed) + made,
    });
  }
}

function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'kubewright-yaml-'));
  try {
    const program = buildReader(folder);
    const totals = {
      documents: 0,
      'broken for both': 0,
      'read differently': 0,
      'refused by Go': 0,
      'refused by us': 0,
    };
    let shown = 0;
    for (const [index, batch] of [...documents()].entries()) {
      const verdicts = readWithGo(program, batch.map(complete));
      if (index === 0 && options.write) {
        const file = join(__dirname, '../test/read/fixtures/go-verdicts.txt');
        writeFileSync(file, packVerdicts(verdicts));
      }
      for (const [at, document] of batch.entries()) {
        const go = verdicts[at] ?? { broken: true };
        const ours = readLikeGo(complete(document));
        totals.documents++;
        if (go.broken && ours.broken) totals['broken for both']++;
        if (isSameVerdict(go, ours) || (index > 0 && !go.broken && refusesLostValue(ours))) continue;
        if (go.broken) totals['refused by Go']++;
        else if (ours.broken) totals['refused by us']++;
        else totals['read differently']++;
        if (shown++ < 40)
          console.log(
            JSON.stringify(document).slice(0, 200),
            '\n   Go  ',
            JSON.stringify(go).slice(0, 200),
            '\n   ours',
            JSON.stringify(ours).slice(0, 200),
          );
      }
    }
    console.table(totals);
    return totals['read differently'] + totals['refused by Go'] + totals['refused by us'] > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
