import { schemaRule } from './pass/schema-rule';

const definition = (pattern: string): string => `apiVersion: apiextensions.k8s.io/v1
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
                volume: { type: string, pattern: '${pattern}' }
---
apiVersion: ops.example.com/v1
kind: Backup
metadata: { name: nightly }
spec: { volume: data-1 }
`;

export default schemaRule('unread-pattern', {
  code: 'K117',
  name: 'unread-pattern',
  group: 'schema',
  severity: 'info',
  kinds: ['*'],
  summary: 'A pattern of a custom resource that could not be read, so that a text was not held against it',
  explanation: `The \`pattern\` of a schema is a regular expression of Go, which is translated here. What is left over are expressions that
Go does not read either, such as those that look ahead (the API server refuses a definition with one), and letters beyond
ASCII in a part of a pattern that tells no upper from lower case. It is told once for each pattern.`,
  bad: definition('^(?i:é)?[a-z0-9-]+$'),
  good: definition('^[a-z0-9-]+$'),
});
