import { groupBy } from '../../../../model/group-by';
import { type CutConnection } from './cut-connections';

/** At least one. */
export type CutGroup = readonly [CutConnection, ...CutConnection[]];

/**
 * Connections that one place of one policy cuts, put together: by the Services that are asked or by the pods that ask,
 * whichever are fewer.
 */
export function groupCuts(cuts: readonly CutConnection[]): readonly CutGroup[] {
  const byPlace = groupBy(cuts, ({ policy, path }) => `${policy.position} ${path}`);
  return [...byPlace.values()].flatMap((place) => {
    const byService = groupBy(place, ({ connection }) => connection.service);
    const bySource = groupBy(place, ({ connection }) => connection.source.entry);
    const groups: ReadonlyMap<unknown, readonly CutConnection[]> =
      byService.size <= bySource.size ? byService : bySource;
    return [...groups.values()].flatMap(([first, ...more]): readonly CutGroup[] =>
      first === undefined ? [] : [[first, ...more]],
    );
  });
}
