import { schemaRule } from './pass/schema-rule';

export default schemaRule('bad-format', {
  code: 'K107',
  name: 'bad-format',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A text that has not the format of its field',
  explanation: `Times are RFC 3339 with seconds and a zone, some with exactly six digits of fraction. \`data\` of a Secret and
\`binaryData\` of a ConfigMap are padded base64. The schema of a custom resource may name a format or a pattern.`,
  bad: {
    title: 'a date in place of a time',
    manifests: `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader }
spec: { holderIdentity: a, renewTime: '2026-01-31' }
`,
  },
  good: `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader }
spec: { holderIdentity: a, renewTime: '2026-01-31T00:00:00.000000Z' }
`,
});
