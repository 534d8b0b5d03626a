import { identityKey } from '../identity-key';
import { type Layout } from './layout';
import { defaultObjectFileName } from './object-file-name';
import { placementsOf } from './placement';
import { safeStem } from './safe-stem';
import { stageFolder } from './stage-folder';

/**
 * A folder a chart, in it one file an object. What other charts need first is in the folder `00-shared`,
 * webhooks that would refuse the rest in `zz-webhooks` (see placement); in each folder, the folders of
 * stage-folder keep the order.
 */
export function folderPerChart(): Layout {
  const nameOf = defaultObjectFileName();
  return {
    name: 'folder-per-chart',
    conflictHelp: 'give the charts different names (a name is taken without regard to case)',
    slotsFor(entries) {
      const placementOf = placementsOf(entries);
      return (entry) => {
        const owner = identityKey(entry.ref);
        switch (placementOf(entry)) {
          case 'shared':
            return { path: `00-shared/${stageFolder(entry)}${nameOf(entry)}`, owner };
          case 'webhooks':
            return { path: `zz-webhooks/${nameOf(entry)}`, owner };
          case 'chart': {
            const folder = safeStem(entry.chart.name, '', entry.chart.name);
            return { path: `${folder}/${stageFolder(entry)}${nameOf(entry)}`, owner, folder };
          }
        }
      };
    },
  };
}
