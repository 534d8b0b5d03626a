import { type ConstructTree } from './construct-tree';

/**
 * All constructs in the order in which cdk8s looks for roots: it keeps them in an object by path,
 * and a JavaScript object gives its integer-like keys first. Such a path is that of a child of
 * the app, and these are in ascending order for the same reason.
 */
export function inOrderOfPaths(tree: ConstructTree): readonly number[] {
  const numbered: number[] = [];
  const others: number[] = [];
  for (const [v, construct] of tree.constructs.entries()) {
    const isNumbered = tree.parent[v] === 0 && isArrayIndex(construct.node.id);
    (isNumbered ? numbered : others).push(v);
  }
  return [...numbered, ...others];
}

/** ECMA-262, "array index": the canonical text of an integer below 2^32 - 1. */
function isArrayIndex(key: string): boolean {
  const index = Number(key) >>> 0;
  return index !== 0xffffffff && String(index) === key;
}
