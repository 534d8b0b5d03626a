import { runShape, type ShapeRun } from './scale/run-shape';
import { type Shape } from './scale/manifests';
import { SHAPES } from './scale/shapes';

/**
 * How the check grows: every kind of object in masses in one namespace, and single objects of very many parts, each at
 * a size, twice and four times that. Prints the growth of the whole (1 is linear: twice the size, twice the time) and of
 * the part that grows worst, a rule or a step of the check.
 *
 *     npm run bench:check-scale -- [--size 2000] [--limit 20] [--all] [words of a shape's name ...]
 */
interface Options {
  readonly size: number;
  /** Rules that are off by default too. */
  readonly isAll: boolean;
  /** Seconds after which a shape is not tried at a larger size. */
  readonly limit: number;
  readonly words: readonly string[];
}

/** What takes less is told by chance. */
const LEAST_MS = 60;
/** Growth past this is worth a look: n log n, caches and the collector of garbage make 1.2 of 1. */
const SUSPECT = 1.35;
/** Small enough for a compiler to have seen all that runs. */
const WARM_UP = 300;

function optionsOf(args: readonly string[]): Options {
  const valueOf = (name: string, fallback: number): number => {
    const at = args.indexOf(name);
    return at === -1 ? fallback : Number(args[at + 1]);
  };
  return {
    size: valueOf('--size', 2000),
    limit: valueOf('--limit', 20),
    isAll: args.includes('--all'),
    words: args.filter(
      (each, index) => !each.startsWith('--') && !['--size', '--limit'].includes(args[index - 1] ?? ''),
    ),
  };
}

/** Of three sizes, or of as many as the limit left time for. */
function growth(values: readonly number[]): number {
  const [first = 0] = values;
  const last = values.at(-1) ?? 0;
  return values.length < 2 || first <= 0 ? 1 : Math.log2(last / first) / (values.length - 1);
}

/** The part of the runs that grows worst, of those that take long enough for that to be told. */
function worstPart(runs: readonly ShapeRun[]): { readonly part: string; readonly by: number } | undefined {
  const parts = [...(runs.at(-1)?.parts ?? [])].filter(([, ms]) => ms >= LEAST_MS);
  return parts
    .map(([part]) => ({ part, by: growth(runs.map((run) => Math.max(run.parts.get(part) ?? 0, 1))) }))
    .sort((a, b) => b.by - a.by)[0];
}

function measure(shape: Shape, { size, limit, isAll }: Options): readonly ShapeRun[] {
  runShape(shape, WARM_UP, isAll);
  const runs: ShapeRun[] = [];
  for (const factor of [1, 2, 4]) {
    const run = runShape(shape, size * factor, isAll);
    runs.push(run);
    if (run.total > limit * 1000) break;
  }
  return runs;
}

function main(): void {
  const options = optionsOf(process.argv.slice(2));
  const shapes = SHAPES.filter(({ name }) => options.words.every((word) => name.includes(word)));
  const { size } = options;
  console.log(
    `| shape | ${[1, 2, 4].map((factor) => `${size * factor}, ms`).join(' | ')} | findings | growth | worst |`,
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const shape of shapes) {
    const runs = measure(shape, options);
    const by = growth(runs.map(({ total }) => total));
    const worst = worstPart(runs);
    const times = [0, 1, 2].map((index) => runs[index]?.total.toFixed(0) ?? '-');
    const last = runs.at(-1);
    const [top] = [...(last?.parts ?? [])].sort((a, b) => b[1] - a[1]);
    const cells = [
      shape.name,
      ...times,
      last?.findings ?? 0,
      `${by.toFixed(2)}${by > SUSPECT && (last?.total ?? 0) > LEAST_MS ? ' (!)' : ''}`,
      [
        ...(top === undefined ? [] : [`most: ${top[0]} ${top[1].toFixed(0)} ms`]),
        ...(worst === undefined || worst.by <= SUSPECT
          ? []
          : [`grows: ${worst.part} ${worst.by.toFixed(2)}`]),
      ].join(', '),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

main();
