/** The object that a volume or variable of a pod stands for. */
export interface Origin {
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret';
  readonly name: string;
  /** Undefined where kubectl's own decides, and for what is made elsewhere: that is in the namespace of the pod. */
  readonly namespace: string | undefined;
  /** Set where no construct makes it. */
  readonly isElsewhere?: true;
}
