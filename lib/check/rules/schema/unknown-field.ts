import { schemaRule } from './pass/schema-rule';

export default schemaRule('unknown-field', {
  code: 'K101',
  name: 'unknown-field',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A field that the kind does not have',
  explanation: `The API server knows every field of a kind by its exact name, upper and lower case told apart. \`kubectl apply\` asks it for
strict validation, and the object is refused; whoever asks for less (older clients, \`--validate=false\`, some controllers) loses
the field in silence, which is worse: the setting is in the file and not in the cluster.

Most are misspelled, a level too deep or not deep enough, or from another version of the kind.`,
  bad: [
    {
      title: 'a misspelled field',
      manifests: `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limit:
    - { type: Container, max: { cpu: 2 } }
`,
    },
    {
      title: 'a field of a custom resource',
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
spec: { keepDay: 30 }
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits:
    - { type: Container, max: { cpu: 2 } }
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
spec: { keepDays: 30 }
`,
  ],
});
