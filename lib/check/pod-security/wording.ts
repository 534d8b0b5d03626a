import { type Violation } from './control';

// How the server puts its words together: k8s.io/pod-security-admission/policy/helpers.go.

/** `"a", "b"` (`joinQuote`: nothing is escaped). */
export function joinQuoted(items: readonly string[]): string {
  return items.map((item) => `"${item}"`).join(', ');
}

/** Each once, by code unit. */
export function sortedSet(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}

/** `container "a"`, `containers "a", "b"`. */
export function containersInWords(names: readonly string[]): string {
  return `${names.length === 1 ? 'container' : 'containers'} ${joinQuoted(names)}`;
}

/** The names of the containers that violations are in, one for each container, however many it has. */
export function containerNames(violations: readonly Violation[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { container, pointer } of violations) {
    if (container !== undefined) names.set(pointer.split('/', 4).join('/'), container);
  }
  return [...names.values()];
}

/** Who sets what may not be set: `pod and containers "a", "b"`. */
export function settersInWords(violations: readonly Violation[]): string {
  const names = containerNames(violations);
  return [
    ...(violations.some(({ container }) => container === undefined) ? ['pod'] : []),
    ...(names.length > 0 ? [containersInWords(names)] : []),
  ].join(' and ');
}
