import { type WorkloadRollout } from '../../../check/rollout/rollout-of';
import { podsIn, type RolloutStep } from '../../../model/rollout/rollout-step';

const MARGIN = 24;
const AXIS = 36;
const LINE = 18;
const LEGEND_TOP = 70;
const CHART_TOP = 92;
const CHART_HEIGHT = 200;
const MOST_SIDE = 26;

/** Kinds of pods, from the bottom of a column up. */
const LAYERS = [
  { name: 'new', says: 'new, available', count: (step: RolloutStep) => step.fresh },
  { name: 'old', says: 'old, available', count: (step: RolloutStep) => step.old },
  { name: 'starting', says: 'new, not yet available', count: (step: RolloutStep) => step.starting },
  { name: 'ending', says: 'old, ending', count: (step: RolloutStep) => step.ending },
] as const;

const STYLE = `
  text { font: 12px system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #1f2937 }
  .back { fill: #ffffff } .title { font-size: 15px; font-weight: 600 } .dim { fill: #5b6675 }
  .number { text-anchor: middle } .axis { text-anchor: end } .grid { stroke: #e3e7ed }
  .new { fill: #138a5e } .old { fill: #8494ab } .starting { fill: #ffffff; stroke: #138a5e; stroke-width: 1.5; stroke-dasharray: 3 2 }
  .ending { fill: #ffffff; stroke: #b5533c; stroke-width: 1.5 } .wanted { stroke: #1f2937; stroke-width: 1.5; stroke-dasharray: 6 4 }
  .least { stroke: #b5533c; stroke-width: 1.5; stroke-dasharray: 2 3 } .least-text { fill: #b5533c }
  @media (prefers-color-scheme: dark) {
    text { fill: #e5e9f0 } .back { fill: #0d1117 } .dim { fill: #9aa5b5 } .grid { stroke: #262d38 }
    .new { fill: #34c48b } .old { fill: #64748b } .starting { fill: #0d1117; stroke: #34c48b }
    .ending { fill: #0d1117; stroke: #f0866b } .wanted { stroke: #e5e9f0 } .least { stroke: #f0866b } .least-text { fill: #f0866b }
  }
`;

/**
 * The steps as a drawing: a column each, a square a pod, with lines at the pods that are wanted and at the fewest that
 * are available. Light and dark as the reader's screen is; needs no font and no script.
 */
export function rolloutSvg(rollout: WorkloadRollout): string {
  const { strategy, steps, desired, minAvailable, maxPods } = rollout;
  const bounds = `${strategy}: ${desired} wanted, at least ${minAvailable} available, at most ${maxPods} pods and those that are ending`;
  const most = Math.max(1, desired, ...steps.map((step) => podsIn(step) + step.ending));
  const side = Math.min(MOST_SIDE, CHART_HEIGHT / most);
  const height = side * most;
  const pitch = Math.max(MOST_SIDE, side) + 14;
  const left = MARGIN + AXIS;
  const chartWidth = pitch * steps.length;
  const bottom = CHART_TOP + height;
  const y = (pods: number): number => bottom - pods * side;
  const listTop = bottom + 48;
  const perColumn = steps.length > 14 ? Math.ceil(steps.length / 2) : steps.length;
  const width = Math.max(left + chartWidth + 110, 720);
  const total = listTop + perColumn * LINE + MARGIN - 6;
  const line = (kind: string, pods: number): string =>
    `<line class="${kind}" x1="${left}" x2="${left + chartWidth}" y1="${round(y(pods))}" y2="${round(y(pods))}"/>`;
  const columns = steps.map((step, index) =>
    column(step, left + index * pitch + (pitch - MOST_SIDE) / 2, bottom, side),
  );
  const numbers = steps.map(
    (_, index) =>
      `<text class="number dim" x="${round(left + (index + 0.5) * pitch)}" y="${round(bottom + 18)}">${index}</text>`,
  );
  const list = steps.map(({ what }, index) => {
    const x = MARGIN + Math.floor(index / perColumn) * ((width - 2 * MARGIN) / 2);
    const at = listTop + (index % perColumn) * LINE;
    return `<text x="${round(x + 16)}" y="${round(at)}" class="axis dim">${index}</text><text x="${round(x + 26)}" y="${round(at)}">${escape(what)}</text>`;
  });
  const isApart = minAvailable !== desired;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(total)}" viewBox="0 0 ${round(width)} ${round(total)}" role="img">`,
    `<title>${escape(`Rollout of ${plain(rollout.title)}`)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="back" width="100%" height="100%" rx="8"/>`,
    `<text class="title" x="${MARGIN}" y="30">${escape(`Rollout of ${plain(rollout.title)}`)}</text>`,
    `<text class="dim" x="${MARGIN}" y="50">${escape(bounds)}</text>`,
    ...legend(),
    `<line class="grid" x1="${left}" x2="${left + chartWidth}" y1="${round(bottom)}" y2="${round(bottom)}"/>`,
    ...columns,
    line('wanted', desired),
    `<text x="${left + chartWidth + 8}" y="${round(y(desired) + 4)}">${desired} wanted</text>`,
    ...(isApart
      ? [
          line('least', minAvailable),
          `<text class="least-text" x="${left + chartWidth + 8}" y="${round(leastY(y(minAvailable), y(desired)) + 4)}">${minAvailable} at least</text>`,
        ]
      : []),
    ...numbers,
    ...list,
    '</svg>',
    '',
  ].join('\n');
}

/** The two labels beside the lines keep apart. */
function leastY(least: number, wanted: number): number {
  return Math.max(least, wanted + 14);
}

function column(step: RolloutStep, x: number, bottom: number, side: number): string {
  const gap = side > 6 ? 3 : 0;
  let level = 0;
  const parts: string[] = [];
  for (const { name, count } of LAYERS) {
    const pods = count(step);
    // Where a pod would be too small to see, those of a kind are one bar.
    const pieces = gap > 0 ? Array.from({ length: pods }, () => 1) : pods > 0 ? [pods] : [];
    for (const piece of pieces) {
      const height = piece * side - gap;
      const top = bottom - (level + piece) * side + gap / 2;
      parts.push(
        `<rect class="${name}" x="${round(x)}" y="${round(top)}" width="${MOST_SIDE}" height="${round(height)}" rx="${gap > 0 ? 3 : 0}"/>`,
      );
      level += piece;
    }
  }
  return parts.join('');
}

function legend(): readonly string[] {
  let x = MARGIN;
  return LAYERS.map(({ name, says }) => {
    const at = x;
    x += 44 + says.length * 6.6;
    return `<rect class="${name}" x="${round(at)}" y="${LEGEND_TOP - 10}" width="12" height="12" rx="3"/><text x="${round(at + 19)}" y="${LEGEND_TOP}">${says}</text>`;
  });
}

function plain(title: string): string {
  return title.replaceAll('`', '');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
