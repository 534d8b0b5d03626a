import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('quota', {
  code: 'K243',
  name: 'quota-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['ResourceQuota'],
  summary: 'A ResourceQuota that the API server refuses',
  explanation: `A quota knows a fixed list of resources: \`requests.cpu\`, \`limits.memory\`, \`pods\`, \`services.loadbalancers\` and so on. All else has a
domain (\`requests.nvidia.com/gpu\`) or counts objects (\`count/deployments.apps\`). A quota with scopes limits only what these
scopes are about.`,
  bad: [
    {
      title: 'a resource that no quota knows',
      manifests: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec:
  hard: { request.cpu: 4 }
`,
    },
    {
      title: 'half a pod',
      manifests: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec:
  hard: { pods: '1.5' }
`,
    },
    {
      title: 'a scope that has no memory',
      manifests: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec:
  hard: { requests.memory: 4Gi }
  scopes: [BestEffort]
`,
    },
  ],
  good: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec:
  hard: { requests.cpu: 4, requests.memory: 4Gi, pods: 10, count/deployments.apps: 5 }
`,
});
