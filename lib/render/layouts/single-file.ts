import { type Layout } from './layout';

/** One file for everything, as the stock synth's FILE_PER_APP, in the order of needs over all charts. */
export function singleFile(path: string): Layout {
  return {
    name: 'single-file',
    conflictHelp: 'one file holds everything',
    slotsFor: () => () => ({ path, owner: 'the app' }),
  };
}
