import { schemaRule } from './pass/schema-rule';

export default schemaRule('unchecked-kind', {
  code: 'K116',
  name: 'unchecked-kind',
  group: 'schema',
  severity: 'info',
  kinds: ['*'],
  summary: 'A custom resource whose schema is not known, so that its fields were not checked',
  explanation: `The schema of a custom resource is in its CustomResourceDefinition. Without that nothing can be said of its fields: a
misspelled one goes unnoticed. It is told once for each kind.

Give the definitions of what the cluster has: \`kubewright check --crds <files>\` for files, \`external.crds\` of
kubewright.config.ts for all commands, or the definitions themselves among the objects. \`kubectl get crd -o yaml\` prints
those of a cluster.`,
  bad: `apiVersion: ops.example.com/v1
kind: Backup
metadata: { name: nightly }
spec: { keepDay: 30 }
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
---
apiVersion: ops.example.com/v1
kind: Backup
metadata: { name: nightly }
spec: { keepDays: 30 }
`,
});
