import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('scheduling', {
  code: 'K209',
  name: 'scheduling-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'Affinity, tolerations, topology spread or other scheduling of a pod that the API server refuses',
  explanation: `A toleration without a key tolerates everything, and says so with \`operator: Exists\`; one with \`Exists\` has no value, and
\`tolerationSeconds\` is for \`NoExecute\` only. An affinity to pods has a \`topologyKey\`, and the weight of a preference is 1 to 100.
Expressions with \`In\` and \`NotIn\` have values, those with \`Exists\` and \`DoesNotExist\` have none. A spread has a \`maxSkew\` of 1 or more, and
one constraint for each key and \`whenUnsatisfiable\`.`,
  bad: [
    {
      title: 'a value where only the key counts',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  tolerations:
    - { key: dedicated, operator: Exists, value: shop, effect: NoSchedule }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
    {
      title: 'a weight above 100',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop, labels: { app: web } }
spec:
  affinity:
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 1000
          podAffinityTerm:
            topologyKey: kubernetes.io/hostname
            labelSelector: { matchLabels: { app: web } }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
    {
      title: 'an expression without values',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - { key: kubernetes.io/arch, operator: In }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop, labels: { app: web } }
spec:
  tolerations:
    - { key: dedicated, operator: Equal, value: shop, effect: NoSchedule }
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - { key: kubernetes.io/arch, operator: In, values: [amd64] }
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 100
          podAffinityTerm:
            topologyKey: kubernetes.io/hostname
            labelSelector: { matchLabels: { app: web } }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
});
