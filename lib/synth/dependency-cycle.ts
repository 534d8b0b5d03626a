import { type ConstructTree, NONE } from './construct-tree';
import { type Dependencies } from './dependencies';
import { SynthError } from './synth-error';

/** A cycle through thousands of charts is told by its beginning. */
const LONGEST = 12;

/**
 * The error for constructs that come after one another in a circle.
 *
 * @param cycle each comes after the next one, the last after the first
 */
export function dependencyCycle(
  cycle: readonly number[],
  tree: ConstructTree,
  dependencies: Dependencies,
): SynthError {
  const path = (v: number | undefined): string => (v === undefined ? '...' : tree.at(v).node.path);
  const isLong = cycle.length > LONGEST;
  const shown: (number | undefined)[] = isLong ? [...cycle.slice(0, LONGEST), undefined] : [...cycle];
  const steps = cycle.slice(0, LONGEST).flatMap((v, i) => {
    const next = cycle[(i + 1) % cycle.length] ?? v;
    const because = reason(v, next, tree, dependencies);
    return `\n  '${path(v)}' comes after '${path(next)}': ${because}`;
  });
  return new SynthError(
    `Dependency cycle detected: ${[...shown, cycle[0]].map(path).join(' => ')}` +
      `${steps.join('')}${isLong ? `\n  (a cycle of ${cycle.length} constructs)` : ''}`,
    cycle.map((v) => tree.at(v)),
  );
}

function reason(v: number, next: number, tree: ConstructTree, dependencies: Dependencies): string {
  const direct = dependencies.of(v).find(({ target }) => dependencies.vertex(target) === next);
  if (direct !== undefined) return direct.because();
  for (let source = v; source !== NONE; source = tree.parent[source] ?? NONE) {
    const found = dependencies.of(source).find(({ target }) => dependencies.members(target).includes(next));
    if (found !== undefined) return found.because();
  }
  return `'${tree.at(v).node.path}' depends on '${tree.at(next).node.path}'`;
}
