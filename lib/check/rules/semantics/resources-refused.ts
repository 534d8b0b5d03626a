import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('resources', {
  code: 'K206',
  name: 'resources-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'Requests or limits of a container, or of a pod, that the API server refuses',
  explanation: `A container has \`cpu\`, \`memory\`, \`ephemeral-storage\` and \`hugepages-<size>\`, and resources of others, with their domain:
\`nvidia.com/gpu\`. \`storage\` is of claims, not of containers. A request is at most the limit. Of what cannot be shared, huge pages and
resources of others, it is the limit, and whole: half a GPU is none.

Since 1.34 a pod has \`resources\` of its own: \`cpu\`, \`memory\` and huge pages, no less than what its containers have together.`,
  bad: [
    {
      title: 'storage, which containers do not have',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      resources:
        limits: { cpu: 500m, memory: 256Mi, storage: 1Gi }
`,
    },
    {
      title: 'a request above the limit',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      resources:
        requests: { memory: 1Gi }
        limits: { memory: 512Mi }
`,
    },
    {
      title: 'half a GPU',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: model
      image: example.com/model:1.0.0
      resources:
        limits: { nvidia.com/gpu: 500m }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      resources:
        requests: { cpu: 100m, memory: 256Mi }
        limits: { memory: 512Mi, ephemeral-storage: 1Gi, nvidia.com/gpu: 1 }
`,
});
