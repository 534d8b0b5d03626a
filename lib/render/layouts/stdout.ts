import { type Layout } from './layout';

/** The path of the one file of {@link stdout}. */
export const STDOUT_PATH = '-';

/**
 * One stream for `| kubectl apply -f -`, in the order of needs over all charts. Its plan has one file, whose
 * path is `-`: print its bytes, nothing writes them to a folder.
 */
export function stdout(): Layout {
  return {
    name: 'stdout',
    conflictHelp: 'one stream holds everything',
    slotsFor: () => () => ({ path: STDOUT_PATH, owner: 'the stream' }),
  };
}
