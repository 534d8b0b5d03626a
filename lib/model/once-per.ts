import { Memo } from './memo';

/**
 * The same function, asked once for each object, list or set that it is given: many selectors select the same things, and
 * an index gives all of them the same list. For functions of nothing else, of what nobody changes. It is kept
 * as long as a check takes, and outside of one not at all (see `Memo`).
 *
 * @example
 * const namesOf = oncePer((pods: readonly PodSource[]) => new Set(pods.map(({ entry }) => entry.name)));
 */
export function oncePer<K extends object, R>(make: (key: K) => R): (key: K) => R {
  const memo = new Memo<K, R>();
  return (key) => {
    const kept = memo.find(key);
    return kept === undefined ? memo.keep(key, make(key)) : kept.result;
  };
}
