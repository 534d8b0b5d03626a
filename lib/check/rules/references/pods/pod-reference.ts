/** A field of a pod that names an object of its namespace, or a cluster-scoped one. */
export interface PodReference {
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret';
  readonly name: string;
  /** JSON pointer of the name. */
  readonly path: string;
  /** What needs it: a variable (`env`), all variables (`envFrom`), or a volume. */
  readonly by: 'env' | 'envFrom' | 'volume';
  /** The container, for variables; the volume otherwise. */
  readonly of: string;
  /** Whether the pod starts without it, and without its keys. */
  readonly optional: boolean;
  /** The keys that it takes from it; none where it takes whatever there is. */
  readonly keys: readonly KeyReference[];
}

/** A key of a ConfigMap or Secret that a field names. */
export interface KeyReference {
  readonly key: string;
  /** JSON pointer of the key. */
  readonly path: string;
}
