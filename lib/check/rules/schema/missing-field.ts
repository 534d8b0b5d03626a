import { schemaRule } from './pass/schema-rule';

export default schemaRule('missing-field', {
  code: 'K102',
  name: 'missing-field',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A field is missing that the kind requires',
  explanation: `The API server refuses the object: it has no default for the field, and its validation does not do without. A field with
the value null is as good as missing. What stands under \`status\` is not asked for: the API server drops it when an object is
made.`,
  bad: `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits:
    - max: { cpu: 2 }
`,
  good: `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits:
    - { type: Container, max: { cpu: 2 } }
`,
});
