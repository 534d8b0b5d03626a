/**
 * `kubewright synth` beside `cdk8s synth`: whole processes, on the same source, in turns.
 *
 *     npm run bench:synth [-- --sizes 1,100,1000,2000] [--runs 5] [--limit 60] [--only ratios,scale,watch] [--flags=--no-check]
 *
 * Both commands are started as they are installed, in a project outside of this repository.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plainCharts, type Sources, webServiceFiles, webServices } from './synth/app-sources';
import { BenchProject } from './synth/bench-project';
import { median } from './synth/median';
import { timeProcess, type Timing } from './synth/time-process';
import { timeWatch } from './synth/time-watch';

const { values: settings } = parseArgs({
  options: {
    /** Numbers of web services. */
    sizes: { type: 'string', default: '1,100,1000,2000' },
    runs: { type: 'string', default: '5' },
    /** After how many seconds a run of the stock command is given up. */
    limit: { type: 'string', default: '60' },
    /** Of `kubewright synth`, such as `--flags=--no-check`. */
    flags: { type: 'string', default: '' },
    only: { type: 'string', default: 'ratios,scale,watch' },
  },
});
const flags = settings.flags.split(' ').filter((flag) => flag !== '');
const runs = Number(settings.runs);
const limit = Number(settings.limit);
const parts = new Set(settings.only.split(','));
const project = new BenchProject(join(__dirname, '..'));

async function kubewright(): Promise<Timing> {
  const timing = await timeProcess([project.command('kubewright'), 'synth', ...flags], project.dir);
  if (timing === undefined) throw new Error('a run without a limit ended by one');
  return timing;
}

async function stock(): Promise<Timing | undefined> {
  const command = [project.command('cdk8s'), 'synth', '--output', 'dist-stock'] as const;
  const timing = await timeProcess(command, project.dir, limit);
  project.remove('dist-stock');
  return timing;
}

/** Makes the caches, and says what that took: the first run sees, the second compiles, the third has. */
async function warmUp(sources: Sources): Promise<Timing> {
  project.use(sources);
  const first = await kubewright();
  await kubewright();
  await kubewright();
  return first;
}

function row(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function head(cells: readonly string[]): void {
  console.log();
  row(cells);
  row(cells.map(() => '---'));
}

/** The middle and the least of wall time, and the middle of processor time. */
function shown(timings: readonly Timing[]): string {
  const wall = timings.map((one) => one.wallSeconds);
  const cpu = timings.map((one) => one.cpuSeconds);
  return `${median(wall).toFixed(3)} / ${Math.min(...wall).toFixed(3)} (${median(cpu).toFixed(3)})`;
}

function ratio(theirs: readonly Timing[], ours: readonly Timing[]): string {
  const of = (pick: (values: readonly number[]) => number, key: 'wallSeconds' | 'cpuSeconds'): string =>
    `${(pick(theirs.map((one) => one[key])) / pick(ours.map((one) => one[key]))).toFixed(1)}x`;
  const least = (values: readonly number[]): number => Math.min(...values);
  return `${of(median, 'wallSeconds')} / ${of(least, 'wallSeconds')} (${of(median, 'cpuSeconds')})`;
}

function memory(timings: readonly Timing[]): string {
  return median(timings.map((one) => one.peakMemory)).toFixed(0);
}

/** The same app in all its states beside the stock command. */
async function ratios(): Promise<void> {
  head([
    'web services',
    'cdk8s synth',
    'nothing to do',
    'first write',
    'after an edit',
    'no caches',
    'ratio',
    'MiB stock / ours',
  ]);
  for (const size of settings.sizes.split(',').map(Number)) {
    const cold = await warmUp(webServices(size));
    const [theirs, same, fresh, edited]: [Timing[], Timing[], Timing[], Timing[]] = [[], [], [], []];
    for (let run = 0; run < runs; run++) {
      const timing = await stock();
      if (timing !== undefined) theirs.push(timing);
      const again = await kubewright();
      if (!again.output.includes('all up to date')) throw new Error(`a second run wrote: ${again.output}`);
      same.push(again);
      project.remove('dist');
      fresh.push(await kubewright());
      project.write('main.ts', project.read('main.ts').replace(/`hello \S*\$/, `\`hello ${run}/$`));
      edited.push(await kubewright());
      await kubewright();
    }
    row([
      size,
      theirs.length === 0 ? `> ${limit}` : shown(theirs),
      shown(same),
      shown(fresh),
      shown(edited),
      shown([cold]),
      theirs.length === 0 ? '' : ratio(theirs, same),
      `${theirs.length === 0 ? '?' : memory(theirs)} / ${memory(same)}`,
    ]);
  }
}

/** Objects up to 40,000, and dependencies. */
async function scale(): Promise<void> {
  const apps: readonly (readonly [string, Sources])[] = [
    ['2500 web services, 10,000 objects', webServices(2500)],
    ['5000 web services, 20,000 objects', webServices(5000)],
    ['10,000 web services, 40,000 objects', webServices(10_000)],
    ...[10_000, 20_000, 40_000].map(
      (n) => [`${n} plain objects in one chart`, plainCharts(1, n, false)] as const,
    ),
    ...[1000, 2000, 4000].map(
      (n) => [`${n * 10} plain objects in ${n} charts`, plainCharts(n, 10, false)] as const,
    ),
    ['chain of 5 charts with 100 objects each', plainCharts(5, 100, true)],
    ['chain of 1500 charts with an object each', plainCharts(1500, 1, true)],
    ['chain of 3000 charts with an object each', plainCharts(3000, 1, true)],
    ['chain of 6000 charts with an object each', plainCharts(6000, 1, true)],
  ];
  head(['app', 'nothing to do', 'first write', 'MiB']);
  for (const [name, sources] of apps) {
    await warmUp(sources);
    const [same, fresh]: [Timing[], Timing[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      same.push(await kubewright());
      project.remove('dist');
      fresh.push(await kubewright());
    }
    row([name, shown(same), shown(fresh), memory(same)]);
  }
}

/** A save of one file among as many as there are services. */
async function watch(): Promise<void> {
  const size = 1000;
  await warmUp(webServiceFiles(size));
  const saves = (await timeWatch(project, 3 * runs)).slice(runs);
  const [outside, printed] = [saves.map((one) => one.toWritten), saves.map((one) => one.printed)];
  head(['watch, one file of', 'save to written ms', 'least', 'printed ms', 'least']);
  row([
    size,
    median(outside).toFixed(0),
    Math.min(...outside).toFixed(0),
    median(printed),
    Math.min(...printed),
  ]);
}

async function main(): Promise<void> {
  console.log(
    `Node ${process.version}; ${runs} runs; wall seconds, middle / least (processor seconds, middle)`,
  );
  if (parts.has('ratios')) await ratios();
  if (parts.has('scale')) await scale();
  if (parts.has('watch')) await watch();
}

void main().finally(() => project.remove('.'));
