import { type IConstruct } from 'constructs';
import { type ExistingObject } from '../model/existing-object';

/** As that of allowances: read by whichever copy of us. */
const METADATA = 'kubewright:existing';

/** Leaves on a construct that what it makes refers to an object which is made elsewhere. */
export function recordExisting(scope: IConstruct, object: ExistingObject): void {
  scope.node.addMetadata(METADATA, Object.freeze(object));
}

/** All that the constructs of a tree take as existing, in the order of the tree; the same object once for each use. */
export function existingIn(root: IConstruct): readonly ExistingObject[] {
  return root.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === METADATA))
    .map(({ data }) => data as ExistingObject);
}
