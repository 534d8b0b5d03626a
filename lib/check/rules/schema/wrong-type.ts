import { schemaRule } from './pass/schema-rule';

export default schemaRule('wrong-type', {
  code: 'K103',
  name: 'wrong-type',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A value of another type than the field takes',
  explanation: `The API server decodes a manifest into typed fields and converts nothing: a number is no text (quote it), text is no
number (do not), and where a list is wanted, one item is no list. In YAML the quotes decide: \`8080\` is a number, \`"8080"\` is
text, and \`yes\`, \`on\` and \`true\` are booleans.`,
  bad: [
    {
      title: 'one map where a list is wanted',
      manifests: `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits:
    type: Container
    max: { cpu: 2 }
`,
    },
    {
      title: 'a number where text is wanted',
      manifests: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { example.com/cost-center: 4711 } }
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
    `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { example.com/cost-center: '4711' } }
`,
  ],
});
