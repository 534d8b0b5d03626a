import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('network-policy', {
  code: 'K224',
  name: 'network-policy-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  summary: 'A NetworkPolicy that the API server refuses',
  explanation: `An item of \`from\` or \`to\` has selectors or an \`ipBlock\`, not both and not nothing: an empty item does not mean everybody, an absent list does. A
block is a network such as \`10.0.0.0/8\`, a single address has \`/32\`, and what it excepts lies within it. \`endPort\` goes with a
\`port\` that is a number, no greater than it.`,
  bad: [
    {
      title: 'a block without a length',
      manifests: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ ipBlock: { cidr: 10.1.2.3 } }] }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ name: http, containerPort: 80 }]
`,
    },
    {
      title: 'a block and a selector in one item',
      manifests: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from:
        - ipBlock: { cidr: 10.0.0.0/8 }
          podSelector: {}
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ name: http, containerPort: 80 }]
`,
    },
    {
      title: 'a range that ends before it begins',
      manifests: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: {} }]
      ports: [{ port: 9000, endPort: 8000 }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ name: http, containerPort: 80 }]
`,
    },
  ],
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from:
        - ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] }
        - podSelector: {}
      ports: [{ port: 80 }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ name: http, containerPort: 80 }]
`,
});
