/** Sends what the patterns make of generated options to an API server, which has to take all of it. */
import { App, Chart } from 'cdk8s';
import { PropertyError } from '../../lib';
import { collect } from '../../lib/synth/collect';
import { type ApiObject } from '../api';
import { type Judge, startJudge } from '../judge';
import { makers } from './makers';
import { Random } from './random';
import { tenant } from './tenants';

const NAMES = ['Tenant', ...Object.keys(makers)];

/** What an older release refuses and a newer one takes: the check of the whole set tells it, by the target. */
const YOUNGER: Readonly<Record<string, readonly RegExp[]>> = {
  '1.28': [
    /unknown field "[\w.[\]]*\.sleep"/,
    /may not be set for init containers without restartPolicy=Always/,
    /feature gate 'PodHostIPs' is not enabled/,
    // Names that begin with a digit, and names of variables, became wider.
    /a DNS-1035 label must/,
    /a valid environment variable name must/,
    /envFrom\[\d+\]\.prefix: Invalid value: "\.+"/,
  ],
  '1.33': [/a DNS-1035 label must/],
};

/** What came of a run. */
export interface Outcome {
  /** Objects that were sent. */
  readonly sent: number;
  /** Patterns that a constructor refused to make. */
  readonly refused: number;
  /** What constructors made and the server refused, each with its seed. */
  readonly faults: readonly string[];
}

type Generated =
  | { readonly maker: string; readonly objects: readonly ApiObject[] }
  | { readonly maker: string; readonly refusal: Error };

/**
 * Makes patterns of the seeds `from` to `from + apps - 1`, one a seed, and sends every object that comes of them as a dry run.
 */
export async function tryPatterns(version: string, from: number, apps: number): Promise<Outcome> {
  const judge = await startJudge({ version });
  try {
    await prepare(judge);
    const faults: string[] = [];
    let [sent, refused] = [0, 0];
    for (let seed = from; seed < from + apps; seed += 1) {
      const made = generate(seed);
      if ('refusal' in made) {
        refused += 1;
        // Volumes are made before any construct is there to blame.
        if (!(made.refusal instanceof PropertyError) && !/^[\w.]+: /.test(made.refusal.message)) {
          faults.push(`seed ${seed}, ${made.maker}: throws ${String(made.refusal)}`);
        }
        continue;
      }
      sent += made.objects.length;
      for (const refusal of await refusals(judge, made.objects)) {
        if (YOUNGER[version]?.some((known) => known.test(refusal)) === true) continue;
        faults.push(`seed ${seed}, ${made.maker}: ${refusal}`);
      }
    }
    return { sent, refused, faults };
  } finally {
    await judge.stop();
  }
}

/** What the generated pods refer to, and the server looks up. */
async function prepare(judge: Judge): Promise<void> {
  for (const name of ['team-a', '1a', 'x'.repeat(63)]) await judge.createNamespace(name);
  await judge.create({
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: 'gvisor' },
    handler: 'runsc',
  });
}

async function refusals(judge: Judge, objects: readonly ApiObject[]): Promise<string[]> {
  const found: string[] = [];
  for (const object of objects) {
    // The Gateway API is no part of the server.
    if (object.kind === 'HTTPRoute') continue;
    // A pod wants its account to be there.
    const verdict = await judge.create(object, { dryRun: object.kind !== 'ServiceAccount' });
    if (verdict.accepted || verdict.status.reason === 'AlreadyExists') continue;
    found.push(verdict.status.message);
  }
  return found;
}

function generate(seed: number): Generated {
  const r = new Random(seed);
  const app = new App();
  const maker = NAMES[seed % NAMES.length] ?? 'Tenant';
  try {
    if (maker === 'Tenant') tenant(r, app);
    else makers[maker]?.(r, new Chart(app, 'chart', { namespace: 'default' }));
  } catch (error) {
    return { maker, refusal: error instanceof Error ? error : new Error(String(error)) };
  }
  const objects = collect(app).charts.flatMap((chart) => chart.objects.map(({ object }) => object));
  return { maker, objects: objects as unknown as ApiObject[] };
}
