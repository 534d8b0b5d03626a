/** `npm run conformance -- <command> [version ...]`; see README.md. */
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { agreement, type AgreementOptions } from './agreement/run';
import { apply } from './apply';
import { buildJudge } from './build';
import { recordExpressions } from './cel';
import { type ConsequencesOptions, tryConsequences } from './consequences/run';
import { goIsThere } from './go';
import { startJudge } from './judge';
import { tryLimits } from './limits/run';
import { tryPatterns } from './patterns/run';
import { writeModule } from './modules';
import { tryPodSecurity } from './pod-security/run';
import { type PodsOptions } from './pod-security/try-pods';
import { writeRolloutDocs } from './rollouts/docs';
import { type Held, tryRolloutSteps } from './rollouts/run';
import { smoke } from './smoke';
import { release, releases, type Release } from './versions';

const usage = `npm run conformance -- [command] [version ...]

  build     build the judge of each version, unless it is in the cache
  smoke     start each judge, try and measure it (default; builds first)
  patterns  send what generated options make of the patterns; replay one with --seed <n> --apps 1
  limits    LimitRanges and quotas over generated objects, by the judge and by the check; --seed <n> --objects <n>
  consequences
            show that the examples of rules have the consequences that the rules claim; [--code <code>]...
            --record    write docs/consequences.md, with --code only the rows of those rules (default: the newest version only)
  rollout   take controllers through rollouts, step by step as \`kubewright rollout\` has them
            --record    write docs/rollouts/conformance.md
  agreement hold the check of generated objects against the judges' answers
            [--kind <Kind>]... [--count <n>] [--seed <n>] [--limit <n>] [--json]
            --replay <seed>:<Kind>-<index>  one object, both answers
            --record    write the record and docs/conformance.md
            --offline   take the record for the judges; --docs writes docs/conformance.md from it
  pod-security
            hold lib/check/pod-security against upstream's fixtures, and pods of a seed (--seed <n> --pods <n>;
            --record  write what upstream says of them); with versions, against their judges too
  cel       ask which expressions of test/check/cel/expressions.json each judge takes, and write it down
  apply     apply dist/ to each judge, as kubectl does, with controllers and nodes
  up        run one with controllers and two nodes until Ctrl+C
  modules   write the module files anew, after a change of releases.json or of an import

Versions: ${releases.map((each) => each.version).join(', ')} (default: all; up: the newest)`;

interface Flags {
  readonly seed: number;
  readonly apps: number;
  readonly objects: number;
  /** Whether what is seen is written down. */
  readonly records: boolean;
  readonly agreement: AgreementOptions;
  readonly consequences: ConsequencesOptions;
  readonly podSecurity: PodsOptions & {
    /** Whether versions were named. */
    readonly asksJudges: boolean;
  };
}

const commands: Readonly<Record<string, (of: readonly Release[], flags: Flags) => Promise<void>>> = {
  async build(of) {
    for (const each of of) {
      const started = performance.now();
      const path = await buildJudge(each);
      console.log(`${each.version}  ${path}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  },
  async smoke(of) {
    for (const each of of) console.log((await smoke(each.version)).join('\n'));
  },
  async patterns(of, { seed, apps }) {
    for (const { version } of of) {
      const started = performance.now();
      const { sent, refused, faults } = await tryPatterns(version, seed, apps);
      for (const fault of faults) console.log(`${version}  fault: ${fault}`);
      const time = ((performance.now() - started) / 1000).toFixed(0);
      console.log(
        `${version}  ${apps} patterns, ${refused} refused by constructors, ${sent} objects sent, ${time} s`,
      );
      if (faults.length > 0) throw new Error(`Kubernetes ${version} refuses what the patterns make`);
    }
  },
  async limits(of, { seed, objects }) {
    for (const { version } of of) {
      const started = performance.now();
      const outcomes = await tryLimits(version, seed, objects);
      const faults = outcomes.flatMap((outcome) => outcome.faults);
      for (const fault of faults) console.log(`${version}  fault: ${fault}`);
      const time = ((performance.now() - started) / 1000).toFixed(0);
      for (const { name, sent, refused, invalid } of outcomes) {
        const figures = `${sent} objects, ${refused} refused, ${invalid} of them for other reasons`;
        console.log(`${version}  ${name}: ${sent === 0 ? 'tried' : figures}`);
      }
      console.log(`${version}  ${faults.length} faults, ${time} s`);
      if (faults.length > 0) throw new Error(`Kubernetes ${version} limits otherwise than the check says`);
    }
  },
  async consequences(of, { consequences }) {
    for (const each of of) {
      const started = performance.now();
      const faults = await tryConsequences(each, consequences);
      const time = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${each.version}  ${faults} faults, ${time} s`);
      if (faults > 0) throw new Error(`Kubernetes ${each.version} does otherwise than the rules say`);
    }
  },
  async rollout(of, { records }) {
    const held = new Map<Release, readonly Held[]>();
    for (const each of of) {
      const started = performance.now();
      const outcomes = await tryRolloutSteps(each.version);
      const faults = outcomes.filter(({ fault }) => fault !== undefined);
      for (const { kind, title, fault } of faults)
        console.log(`${each.version}  fault: ${kind}, ${title}: ${fault ?? ''}`);
      const time = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${each.version}  ${outcomes.length} rollouts, ${faults.length} faults, ${time} s`);
      if (faults.length > 0) throw new Error(`Kubernetes ${each.version} rolls out otherwise than the model`);
      held.set(each, outcomes);
    }
    if (records) await writeRolloutDocs(held);
  },
  async agreement(of, flags) {
    await agreement(of, flags.agreement);
  },
  async cel(of) {
    const asked = await recordExpressions(of.map(({ version }) => version));
    console.log(`${asked} expressions`);
  },
  async 'pod-security'(of, { podSecurity: { asksJudges, ...options } }) {
    const faults = await tryPodSecurity(asksJudges ? of : [], options);
    if (faults > 0) throw new Error(`Pod Security: ${faults} verdicts are not upstream's`);
  },
  async apply(of) {
    for (const { version } of of) {
      const { faults, notes } = await apply(version, join(__dirname, '..', 'dist'));
      for (const line of [...notes, ...faults.map((fault) => `fault: ${fault}`)])
        console.log(`${version}  ${line}`);
      if (faults.length > 0) throw new Error(`dist/ is not what Kubernetes ${version} runs`);
    }
  },
  async up(of) {
    const { version } = of.at(-1) ?? release('');
    const judge = await startJudge({ version, controllers: true, nodes: 2 });
    console.log(`export KUBECONFIG=${judge.kubeconfig}`);
    await new Promise<void>((resolve) => {
      // The judge does not keep this process alive.
      const alive = setInterval(() => undefined, 1 << 30);
      process.once('SIGINT', () => {
        clearInterval(alive);
        resolve();
      });
    });
    await judge.stop();
  },
  async modules(of) {
    for (const each of of) await writeModule(each);
  },
};

/** The versions that are taken where none are named. */
function defaults(command: string): readonly Release[] {
  return command === 'consequences' ? releases.slice(-1) : releases;
}

async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      objects: { type: 'string', default: '3000' },
      seed: { type: 'string' },
      apps: { type: 'string', default: '12000' },
      count: { type: 'string', default: '24000' },
      kind: { type: 'string', multiple: true, default: [] },
      code: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string', default: '40' },
      json: { type: 'boolean', default: false },
      replay: { type: 'string' },
      record: { type: 'boolean', default: false },
      offline: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      pods: { type: 'string', default: '20000' },
    },
  });
  const [name = 'smoke', ...versions] = positionals;
  const command = commands[name];
  if (command === undefined) {
    console.error(usage);
    return 2;
  }
  if (!values.offline && !values.docs && !(await goIsThere())) {
    console.error('conformance: not run, since there is no Go of 1.21 or later here to build the judge with');
    return 0;
  }
  const flags: Flags = {
    seed: Number(values.seed ?? '0'),
    apps: Number(values.apps),
    objects: Number(values.objects),
    records: values.record,
    agreement: {
      seed: Number(values.seed ?? '1'),
      count: Number(values.count),
      kinds: values.kind,
      limit: Number(values.limit),
      json: values.json,
      replay: values.replay,
      record: values.record,
      offline: values.offline,
      docs: values.docs,
    },
    consequences: { codes: values.code, record: values.record },
    podSecurity: {
      seed: Number(values.seed ?? '0'),
      pods: Number(values.pods),
      record: values.record,
      asksJudges: versions.length > 0,
    },
  };
  await command(versions.length === 0 ? defaults(name) : versions.map(release), flags);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
