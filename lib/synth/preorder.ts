import { type IConstruct } from 'constructs';

/** A construct and all below it, as `node.findAll()` lists them, however deep they are. */
export function preorder(root: IConstruct): readonly IConstruct[] {
  const found: IConstruct[] = [];
  const waiting = [root];
  for (let construct = waiting.pop(); construct !== undefined; construct = waiting.pop()) {
    found.push(construct);
    const { children } = construct.node;
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}
