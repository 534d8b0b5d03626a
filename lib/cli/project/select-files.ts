import { suggest } from '../../diagnostics/suggest';
import { type Plan } from '../../render/plan';
import { type RenderChart } from '../../render/render-input';
import { UsageError } from '../usage-error';

/** The i-th of n parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The charts that `--only` names: by the path of the construct, as `kubewright list` tells it, which stands for the
 * charts in that chart too; or by the name of the file.
 *
 * @throws UsageError if a name is no chart
 */
export function selectCharts(
  only: readonly string[],
  charts: readonly RenderChart[],
): ReadonlySet<RenderChart> {
  if (only.length === 0) return new Set(charts);
  const chosen = new Set<RenderChart>();
  for (const wanted of only) {
    const path = wanted.replace(/\/+$/, '');
    const found = charts.filter(
      (chart) =>
        chart.path === path || chart.name === path || (path !== '' && chart.path.startsWith(`${path}/`)),
    );
    if (found.length === 0) throw unknownChart(wanted, charts);
    for (const chart of found) chosen.add(chart);
  }
  return chosen;
}

function unknownChart(name: string, charts: readonly RenderChart[]): UsageError {
  const near = suggest(
    name,
    charts.map(({ path }) => path),
  );
  return new UsageError(`there is no chart '${name}'`, [
    near.length > 0
      ? `did you mean ${near.map((one) => `'${one}'`).join(' or ')}?`
      : '`kubewright list` tells the charts',
  ]);
}

/** The part of a plan with objects of these charts: whole files. Every file is in exactly one of n shards. */
export function selectFiles(
  plan: Plan,
  charts: ReadonlySet<RenderChart> | undefined,
  shard: Shard | undefined,
): Plan {
  const names = charts && new Set([...charts].map(({ name }) => name));
  const files = plan.files.filter(
    ({ objects }) => names === undefined || objects.some(({ chart }) => names.has(chart)),
  );
  if (shard === undefined) return { ...plan, files };
  return { ...plan, files: files.filter((_file, at) => at % shard.count === shard.index - 1) };
}

/** @throws UsageError if it is not `i/n` */
export function parseShard(shard: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).map(Number);
  if (index < 1 || index > count) {
    throw new UsageError(`--shard ${shard} is no part`, ['write i/n, the i-th of n parts: --shard 1/4']);
  }
  return { index, count };
}
