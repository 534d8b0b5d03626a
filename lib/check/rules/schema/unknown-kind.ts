import { schemaRule } from './pass/schema-rule';

export default schemaRule('unknown-kind', {
  code: 'K110',
  name: 'unknown-kind',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'An `apiVersion` and `kind` that nothing serves',
  explanation: `Every object names its \`apiVersion\` and \`kind\`, both upper and lower case told apart. Kinds of groups that are neither
Kubernetes' own nor defined by a CustomResourceDefinition of the set are not judged, for the cluster may have them: K116 tells that.`,
  bad: [
    {
      title: 'a kind in lower case',
      manifests: `apiVersion: v1
kind: namespace
metadata: { name: shop }
`,
    },
    {
      title: 'a kind of another group',
      manifests: `apiVersion: policy/v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits: []
`,
    },
  ],
  good: [
    `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
    `apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits: []
`,
  ],
});
