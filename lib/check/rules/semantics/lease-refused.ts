import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('lease', {
  code: 'K265',
  name: 'lease-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['coordination.k8s.io/Lease'],
  summary: 'A Lease that the API server refuses',
  explanation: `A lease lasts a second or more, and has changed hands 0 times or more.`,
  bad: [
    {
      title: 'a lease of no time',
      manifests: `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader, namespace: shop }
spec:
  holderIdentity: web-0
  leaseDurationSeconds: 0
`,
    },
  ],
  good: `apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: leader, namespace: shop }
spec:
  holderIdentity: web-0
  leaseDurationSeconds: 15
`,
});
