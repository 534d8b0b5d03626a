/** The object that a volume or variable of a pod stands for, where a construct of this library makes it. */
export interface Origin {
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret';
  readonly name: string;
  /** Undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
}
