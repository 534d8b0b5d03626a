import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('limit-range', {
  code: 'K244',
  name: 'limit-range-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['LimitRange'],
  summary: 'A LimitRange that the API server refuses',
  explanation: `The amounts of one entry have an order: min, defaultRequest, default, max. Defaults are for containers: an entry of type Pod has none. A
type stands once.`,
  bad: [
    {
      title: 'min above max',
      manifests: `apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec:
  limits:
    - { type: Container, min: { memory: 2Gi }, max: { memory: 1Gi } }
`,
    },
    {
      title: 'defaults of a pod',
      manifests: `apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec:
  limits:
    - { type: Pod, default: { cpu: 1 } }
`,
    },
    {
      title: 'a resource that no container has',
      manifests: `apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec:
  limits:
    - { type: Container, max: { storage: 1Gi } }
`,
    },
  ],
  good: `apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec:
  limits:
    - { type: Container, min: { memory: 64Mi }, defaultRequest: { memory: 128Mi }, default: { memory: 256Mi }, max: { memory: 1Gi } }
`,
});
