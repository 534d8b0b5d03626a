import { type IConstruct } from 'constructs';
import { type ExistingObject } from '../model/existing-object';
import { addNote, mayHaveNotes } from './tree-notes';

const NOTE = 'kubewright:existing';

/** Leaves on a construct that what it makes refers to an object which is made elsewhere. */
export function recordExisting(scope: IConstruct, object: ExistingObject): void {
  addNote(scope, NOTE, object);
}

/** All that the constructs of a tree take as existing, in the order of the tree; the same object once for each use. */
export function existingIn(root: IConstruct): readonly ExistingObject[] {
  return mayHaveNotes(root, NOTE)
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === NOTE))
    .map(({ data }) => data as ExistingObject);
}
