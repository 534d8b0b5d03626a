import { type ObjectEntry } from '../../../../../model/object-entry';

/** An object that is not in the set and will be there, for a custom resource of the set asks an operator for it. */
export interface Provision {
  /** Of the core group. */
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret' | 'Service' | 'ServiceAccount';
  /** Undefined for one that is made in every namespace, or in those that labels choose. */
  readonly namespace: string | undefined;
  readonly name: string;
  /** Its keys, where the custom resource says all of them. */
  readonly keys?: readonly string[];
  /** Whether the operator writes into an object that has to be there, and makes none. */
  readonly isOnlyFilled?: boolean;
  /** The `type` of a Secret, where it is known. */
  readonly type?: string;
}

/** What an operator makes of a custom resource. */
export type Provider = (entry: ObjectEntry) => readonly Provision[];
