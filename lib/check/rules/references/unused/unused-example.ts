/** What the examples about objects that nothing uses differ in. */
export interface UnusedExample {
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim' | 'Secret' | 'ServiceAccount';
  readonly isUsed: boolean;
}

const OBJECTS: Readonly<Record<UsedKind, string>> = {
  ConfigMap: 'data:\n  LOG_LEVEL: info\n',
  PersistentVolumeClaim:
    'spec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: 1Gi\n',
  Secret: 'stringData:\n  LOG_LEVEL: info\n',
  ServiceAccount: '',
};

const USES: Readonly<Record<UsedKind, string>> = {
  ConfigMap: '      envFrom:\n        - configMapRef:\n            name: shared\n',
  PersistentVolumeClaim:
    '      volumeMounts:\n        - name: data\n          mountPath: /data\n  volumes:\n    - name: data\n      persistentVolumeClaim:\n        claimName: shared\n',
  Secret: '      envFrom:\n        - secretRef:\n            name: shared\n',
  ServiceAccount: '  serviceAccountName: shared\n',
};

type UsedKind = UnusedExample['kind'];

/** Manifests of an object `shared`, and of a pod that uses it or does without. */
export function unusedExample({ kind, isUsed }: UnusedExample): string {
  return `apiVersion: v1
kind: ${kind}
metadata:
  name: shared
  namespace: shop
${OBJECTS[kind]}---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
${isUsed ? USES[kind] : ''}`;
}
