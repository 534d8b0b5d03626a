import { type Layout } from './layout';
import { placementsOf } from './placement';
import { safeStem } from './safe-stem';

/** Settings of {@link filePerChart}. */
export interface FilePerChartOptions {
  /** Follows the chart's name. @default '.k8s.yaml', as the stock synth */
  readonly extension?: string;
}

/**
 * One file a chart, `<chart>.k8s.yaml`: the name that the stock synth gives, without the index that it puts
 * before the names once charts depend on each other. What other charts need first goes into
 * `00-shared.k8s.yaml`, webhooks that would refuse the rest into `zz-webhooks.k8s.yaml` (see placement);
 * neither file exists when nothing has to be in it.
 */
export function filePerChart(options: FilePerChartOptions = {}): Layout {
  const extension = options.extension ?? '.k8s.yaml';
  return {
    name: 'file-per-chart',
    conflictHelp: 'give the charts different names (a name is taken without regard to case)',
    slotsFor(entries) {
      const placementOf = placementsOf(entries);
      return (entry) => {
        switch (placementOf(entry)) {
          case 'shared':
            return { path: `00-shared${extension}`, owner: 'what charts share' };
          case 'webhooks':
            return { path: `zz-webhooks${extension}`, owner: 'webhooks' };
          case 'chart':
            return {
              path: `${safeStem(entry.chart.name, extension, entry.chart.name)}${extension}`,
              owner: `chart ${entry.chart.path}`,
              ownedByChart: true,
            };
        }
      };
    },
  };
}
