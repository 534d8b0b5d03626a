import { schemaRule } from './pass/schema-rule';

export default schemaRule('field-not-in-version', {
  code: 'K112',
  name: 'field-not-in-version',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A field that the target version does not have, not yet or no longer',
  explanation: `To an API server of a version without the field it is unknown: strict validation, which \`kubectl apply\` asks for, refuses
the object, and without that the field is dropped in silence.

A field that the version has may still be behind a feature gate that is off; that is not looked at here.`,
  bad: {
    manifests: `apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata: { name: disks.example.com }
spec: { attachRequired: true, nodeAllocatableUpdatePeriodSeconds: 60 }
`,
    target: '1.31',
  },
  good: {
    manifests: `apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata: { name: disks.example.com }
spec: { attachRequired: true, nodeAllocatableUpdatePeriodSeconds: 60 }
`,
    target: '1.33',
  },
});
