import { type ObjectView } from './object-view';

/** Tells the errors of an API type to the view that it is given. Metadata is seen to elsewhere. */
export type Validator = (object: ObjectView) => void;
