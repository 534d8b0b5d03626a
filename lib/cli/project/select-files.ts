import { suggest } from '../../diagnostics/suggest';
import { type Plan } from '../../render/plan';
import { type RenderChart } from '../../render/render-input';
import { UsageError } from '../usage-error';

/** Which part of a plan is wanted. */
export interface Selection {
  /** Names or paths of charts; all if there are none. */
  readonly only: readonly string[];
  /** `i/n`: the i-th of n parts, from 1. */
  readonly shard: string | undefined;
}

/** The part of a plan that was asked for: whole files. Every file is in exactly one of n shards. */
export function selectFiles(plan: Plan, { only, shard }: Selection): Plan {
  const wanted = new Set(only);
  const ofCharts = plan.files.filter(
    ({ objects }) => wanted.size === 0 || objects.some(({ chart }) => wanted.has(chart)),
  );
  if (shard === undefined) return { ...plan, files: ofCharts };
  const { index, count } = parseShard(shard);
  return { ...plan, files: ofCharts.filter((_file, at) => at % count === index - 1) };
}

/** @throws UsageError if a name is no chart */
export function assertCharts(names: readonly string[], charts: readonly RenderChart[]): void {
  const known = new Set(charts.map(({ name }) => name));
  for (const name of names) {
    if (known.has(name)) continue;
    const near = suggest(name, known);
    throw new UsageError(`there is no chart '${name}'`, [
      near.length > 0
        ? `did you mean ${near.map((one) => `'${one}'`).join(' or ')}?`
        : '`kubewright list` tells the charts',
    ]);
  }
}

function parseShard(shard: string): { readonly index: number; readonly count: number } {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).map(Number);
  if (index < 1 || index > count) {
    throw new UsageError(`--shard ${shard} is no part`, ['write i/n, the i-th of n parts: --shard 1/4']);
  }
  return { index, count };
}
