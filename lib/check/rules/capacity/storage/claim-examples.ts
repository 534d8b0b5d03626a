/** What may be said of a claim or a volume in an example; lines of YAML of the spec, two blanks in. */
export interface StorageExample {
  readonly name?: string;
  readonly labels?: string;
  readonly spec?: string;
  readonly size?: string;
  readonly modes?: string;
}

/** A PersistentVolume over NFS. */
export function volumeExample({
  name = 'files',
  labels,
  spec = '  storageClassName: manual\n',
  size = '10Gi',
  modes = 'ReadWriteOnce',
}: StorageExample = {}): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${name}
${labels === undefined ? '' : `  labels:\n    ${labels}\n`}spec:
${spec}  capacity:
    storage: ${size}
  accessModes: [${modes}]
  nfs:
    server: nfs.example.com
    path: /exports/${name}
---
`;
}

/** A PersistentVolumeClaim of the namespace `shop`. */
export function claimExample({
  name = 'data',
  spec = '  storageClassName: manual\n',
  size = '10Gi',
  modes = 'ReadWriteOnce',
}: StorageExample = {}): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${name}
  namespace: shop
spec:
${spec}  accessModes: [${modes}]
  resources:
    requests:
      storage: ${size}
---
`;
}

/** A StorageClass. */
export function classExample(name: string, provisioner: string, rest = ''): string {
  return `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: ${name}
${rest}provisioner: ${provisioner}
---
`;
}

/** A Deployment of the namespace `shop` that mounts the claim `data`. */
export function mountingExample(spec: string, kind = 'Deployment', claim = 'data'): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
${spec}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: ${claim}
---
`;
}
