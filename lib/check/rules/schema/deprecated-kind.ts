import { schemaRule } from './pass/schema-rule';

export default schemaRule('deprecated-kind', {
  code: 'K114',
  name: 'deprecated-kind',
  group: 'schema',
  severity: 'warning',
  kinds: ['*'],
  summary: 'An API version that is deprecated in the target version',
  explanation: `It works, and the API server warns of it. Where a release is named that removes it, manifests that still use it fail
after the upgrade.`,
  bad: {
    manifests: `apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: PriorityLevelConfiguration
metadata: { name: batch }
spec: { type: Limited, limited: { nominalConcurrencyShares: 5, limitResponse: { type: Reject } } }
`,
    target: '1.30',
  },
  good: {
    manifests: `apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: PriorityLevelConfiguration
metadata: { name: batch }
spec: { type: Limited, limited: { nominalConcurrencyShares: 5, limitResponse: { type: Reject } } }
`,
    target: '1.30',
  },
});
