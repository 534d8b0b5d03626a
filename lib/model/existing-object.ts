/**
 * An object that the code takes as existing though nothing in the set makes it: `AppSecret.existing`,
 * `AppConfig.existing`, `Volume.existingClaim`. Only references ask for it: what is in the set is held to what it says.
 */
export interface ExistingObject {
  /** A kind of the core group. */
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret';
  readonly name: string;
  /** Undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
}
