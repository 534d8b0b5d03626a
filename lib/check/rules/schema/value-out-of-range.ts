import { schemaRule } from './pass/schema-rule';

export default schemaRule('out-of-range', {
  code: 'K105',
  name: 'value-out-of-range',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A number out of the range of its field, or a value that is too long or too short',
  explanation: `Integer fields have 32 or 64 bits, and the API server cannot decode a number that does not fit. The schema of a custom
resource may bound numbers, lengths of text and sizes of lists more closely.`,
  bad: [
    {
      title: 'an integer of more than 32 bits',
      manifests: `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader }
spec: { holderIdentity: a, leaseDurationSeconds: 3000000000 }
`,
    },
    {
      title: 'a bound of a custom resource',
      manifests: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backups.ops.example.com }
spec:
  group: ops.example.com
  names: { kind: Backup, listKind: BackupList, plural: backups, singular: backup }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                keepDays: { type: integer, maximum: 365 }
                volumes: { type: array, items: { type: string }, x-kubernetes-list-type: set }
---
apiVersion: ops.example.com/v1
kind: Backup
metadata: { name: nightly }
spec: { keepDays: 1000 }
`,
    },
  ],
  good: [
    `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader }
spec: { holderIdentity: a, leaseDurationSeconds: 30 }
`,
    `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backups.ops.example.com }
spec:
  group: ops.example.com
  names: { kind: Backup, listKind: BackupList, plural: backups, singular: backup }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                keepDays: { type: integer, maximum: 365 }
                volumes: { type: array, items: { type: string }, x-kubernetes-list-type: set }
---
apiVersion: ops.example.com/v1
kind: Backup
metadata: { name: nightly }
spec: { keepDays: 365 }
`,
  ],
});
