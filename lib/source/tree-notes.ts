import { type IConstruct } from 'constructs';

/** On the root of a tree that has such notes: most have none, and need not be searched. */
const markOf = (type: string): string => `${type}:some`;

/**
 * Leaves a note on a construct. The metadata of the construct tree is where tools leave notes for one another, whichever
 * copy of us reads them.
 */
export function addNote(scope: IConstruct, type: string, note: object): void {
  scope.node.addMetadata(type, Object.freeze(note));
  const { root } = scope.node;
  if (!hasNotes(root, type)) root.node.addMetadata(markOf(type), true);
}

/** Whether the tree of a construct may have notes of a type. */
function hasNotes(scope: IConstruct, type: string): boolean {
  const mark = markOf(type);
  return scope.node.root.node.metadata.some((entry) => entry.type === mark);
}

/** The constructs of a tree, in its order, if any may have a note of a type. */
export function mayHaveNotes(root: IConstruct, type: string): readonly IConstruct[] {
  return hasNotes(root, type) ? root.node.findAll() : [];
}
