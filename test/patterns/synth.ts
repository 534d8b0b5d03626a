import { App, Chart, type ChartProps } from 'cdk8s';

/** A pod's spec, read as loosely as a test wants to. */
// What a test looks at it knows the shape of.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

/** An object of a chart. */
export interface Synthesized {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };

  readonly [field: string]: Loose;
}

/** The manifests of a chart that `build` fills. */
export function synth(build: (chart: Chart) => void, props: ChartProps = {}): Synthesized[] {
  const chart = new Chart(new App(), 'chart', props);
  build(chart);
  return chart.toJson() as Synthesized[];
}

/** The only object of a kind, or the one of them with a name. */
export function only(objects: readonly Synthesized[], kind: string, name?: string): Synthesized {
  const found = objects.filter(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  );
  const [object] = found;
  if (object === undefined || found.length > 1) {
    const all = objects.map((each) => `${each.kind} ${each.metadata.name}`).join(', ');
    throw new Error(`${found.length} objects are ${kind} ${name ?? ''}; there are: ${all}`);
  }
  return object;
}

/** `Kind name` of each object. */
export function names(objects: readonly Synthesized[]): string[] {
  return objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}
