import { schemaRule } from './pass/schema-rule';

export default schemaRule('duplicate-item', {
  code: 'K108',
  name: 'duplicate-item',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'An item that is twice in a list of different items of a custom resource',
  explanation: `A CustomResourceDefinition may say that the items of a list are a set (\`x-kubernetes-list-type: set\`), or that fields tell
them apart (\`map\`, with \`x-kubernetes-list-map-keys\`). The API server refuses two that are the same.`,
  bad: `apiVersion: apiextensions.k8s.io/v1
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
spec: { volumes: [data, data] }
`,
  good: `apiVersion: apiextensions.k8s.io/v1
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
spec: { volumes: [data, logs] }
`,
});
