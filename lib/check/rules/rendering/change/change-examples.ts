/** A Deployment whose pods are `app=APP`. */
export function deploymentOf(app: string, name = 'cart'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels: { app: ${app} }
  template:
    metadata:
      labels: { app: ${app} }
    spec:
      containers:
        - name: cart
          image: example.com/cart:1.0.0
`;
}

/** A StatefulSet `db` with a headless Service, and volumes of that size. */
export function statefulSetOf(
  size: string,
  {
    name = 'db',
    replicas = 1,
    retention = '',
  }: { name?: string; replicas?: number; retention?: string } = {},
): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  clusterIP: None
  selector: { app: db }
  ports:
    - port: 5432
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  namespace: shop
spec:
  serviceName: db
  replicas: ${replicas}
${retention}  selector:
    matchLabels: { app: db }
  template:
    metadata:
      labels: { app: db }
    spec:
      containers:
        - name: db
          image: example.com/db:1.0.0
          ports:
            - containerPort: 5432
          volumeMounts:
            - name: data
              mountPath: /var/lib/db
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOncePod]
        resources:
          requests:
            storage: ${size}
`;
}

/** A Job that runs that version. */
export function jobOf(version: string, name = 'migrate'): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
  namespace: shop
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:${version}
`;
}

/** A claim of that size; with its StorageClass where it is said whether that lets volumes grow. */
export function claimOf(size: string, canGrow?: boolean): string {
  const storageClass = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: csi.example.com
allowVolumeExpansion: ${canGrow}
---
`;
  return `${canGrow === undefined ? '' : storageClass}apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: shop
spec:
  storageClassName: fast
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: ${size}
`;
}

/** A ConfigMap that stays, so that something does. */
export const REST = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  colour: red
`;
