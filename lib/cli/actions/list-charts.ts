import { ApiObject, Chart } from 'cdk8s';
import { type CommandContext } from '../command';
import { ExitCode } from '../../diagnostics/exit-code';
import { ProgramLoader } from '../program/program-loader';

interface ChartRow {
  readonly chart: string;
  readonly namespace: string | undefined;
  readonly objects: number;
}

/** `kubewright list` */
export async function listCharts(
  json: boolean,
  { io, progress }: Pick<CommandContext, 'io' | 'progress'>,
): Promise<ExitCode> {
  progress.step('Loading the program');
  const loader = new ProgramLoader({ projectDir: io.cwd, output: 'stderr' });
  const program = await loader.load();
  progress.clear();
  if (program.kind === 'manifests') {
    const files = program.manifests.map(({ path }) => path);
    io.stdout.write(json ? `${JSON.stringify(files)}\n` : files.map((file) => `${file}\n`).join(''));
    return ExitCode.OK;
  }
  const rows = program.apps.flatMap((app) =>
    app.node
      .findAll()
      .filter((node) => Chart.isChart(node))
      .map(toRow),
  );
  io.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : toTable(rows));
  loader.save();
  return ExitCode.OK;
}

function toRow(chart: Chart): ChartRow {
  const objects = chart.node
    .findAll()
    .filter((node) => ApiObject.isApiObject(node) && Chart.of(node) === chart);
  return { chart: chart.node.path, namespace: chart.namespace, objects: objects.length };
}

function toTable(rows: readonly ChartRow[]): string {
  const width = Math.max(...rows.map(({ chart }) => chart.length));
  return rows
    .map(({ chart, namespace, objects }) => {
      const count = `${String(objects)} ${objects === 1 ? 'object' : 'objects'}`;
      return `${chart.padEnd(width)}  ${count}${namespace === undefined ? '' : ` in ${namespace}`}\n`;
    })
    .join('');
}
