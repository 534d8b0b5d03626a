import { claimExample } from './claim-examples';

/** A PersistentVolume of the disk of one Node, and the claim that names it. */
export function localVolumeExample(node: string, name = 'files', claim = 'data'): string {
  return `${localVolume(node, name)}${claimExample({ name: claim, spec: `  storageClassName: manual\n  volumeName: ${name}\n` })}`;
}

/** The same without a claim, perhaps kept for one of the namespace `shop`. */
export function localVolume(node: string, name: string, keptFor?: string): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${name}
spec:
  storageClassName: manual
${keptFor === undefined ? '' : `  claimRef:\n    namespace: shop\n    name: ${keptFor}\n`}  capacity:
    storage: 10Gi
  accessModes: [ReadWriteOnce]
  local:
    path: /mnt/${name}
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values: [${node}]
---
`;
}

/** A Deployment of the namespace `shop` that mounts claims; `pod` is lines of YAML, six blanks in. */
export function localPodsExample(
  pod = '',
  claims: readonly string[] = ['data'],
  strategy: 'Recreate' | 'RollingUpdate' = 'Recreate',
): string {
  const volumes = claims.map(
    (claim) =>
      `        - name: ${claim}\n          persistentVolumeClaim:\n            claimName: ${claim}\n`,
  );
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 1
  strategy:
    type: ${strategy}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${pod}      containers:
        - name: web
          image: example.com/web:1.0.0
      volumes:
${volumes.join('')}---
`;
}
