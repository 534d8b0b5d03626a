/**
 * The same function, asked once for each object, list or set that it is given: many selectors select the same things, and
 * an index gives all of them the same list. For functions of nothing else, of what nobody changes. Keeps nothing alive.
 *
 * @example
 * const namesOf = oncePer((pods: readonly PodSource[]) => new Set(pods.map(({ entry }) => entry.name)));
 */
export function oncePer<K extends object, R>(make: (key: K) => R): (key: K) => R {
  const made = new WeakMap<K, { readonly result: R }>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = { result: make(key) }));
    return known.result;
  };
}
