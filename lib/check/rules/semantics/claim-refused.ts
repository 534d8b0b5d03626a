import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('claim', {
  code: 'K232',
  name: 'claim-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  summary: 'A PersistentVolumeClaim, or a claim template of a StatefulSet, that the API server refuses',
  explanation: `A claim says how it is mounted (at least one access mode; \`ReadWriteOncePod\` only by itself) and how much it needs (more than nothing).
Both have no default.`,
  bad: [
    {
      title: 'no access mode',
      manifests: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec:
  accessModes: []
  resources: { requests: { storage: 1Gi } }
`,
    },
    {
      title: 'one pod, and many nodes',
      manifests: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec:
  accessModes: [ReadWriteOncePod, ReadWriteMany]
  resources: { requests: { storage: 1Gi } }
`,
    },
    {
      title: 'nothing asked for',
      manifests: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 0 } }
`,
    },
  ],
  good: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
`,
});
