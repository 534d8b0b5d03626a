import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('persistent-volume', {
  code: 'K231',
  name: 'persistent-volume-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['PersistentVolume'],
  summary: 'A PersistentVolume that the API server refuses',
  explanation: `A volume has a size, an access mode and exactly one source. A local one says which node it is on (\`nodeAffinity\`); a host path
needs none, and is another directory on each node. What is mounted from \`/\` cannot be recycled.`,
  bad: [
    {
      title: 'no source',
      manifests: `apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 10Gi }
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ''
`,
    },
    {
      title: 'two sources',
      manifests: `apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 10Gi }
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ''
  nfs: { server: nfs.example.com, path: /exports/data }
  hostPath: { path: /data }
`,
    },
    {
      title: 'a disk of no node',
      manifests: `apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 10Gi }
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ''
  local: { path: /mnt/data }
`,
    },
    {
      title: 'nothing in it',
      manifests: `apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 0 }
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ''
  nfs: { server: nfs.example.com, path: /exports/data }
`,
    },
  ],
  good: `apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  capacity: { storage: 10Gi }
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ''
  nfs: { server: nfs.example.com, path: /exports/data }
`,
});
