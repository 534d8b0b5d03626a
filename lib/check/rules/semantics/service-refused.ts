import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('service', {
  code: 'K221',
  name: 'service-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['Service'],
  summary: 'A Service that the API server refuses',
  explanation: `A Service of several ports names each of them; no two have the same number and protocol. \`targetPort\` is a number, or the
name of a container's port: a text of digits is neither. \`nodePort\` is for the types NodePort and LoadBalancer,
\`externalTrafficPolicy\` for what is reached from outside, \`loadBalancerClass\`, \`loadBalancerSourceRanges\` and
\`allocateLoadBalancerNodePorts\` for LoadBalancer. \`clusterIP: None\` goes with ClusterIP alone, and ExternalName has neither an address
nor an IP address as its name. Since 1.36 addresses have no leading zeros, and networks no bits beyond their length:
\`10.0.0.0/8\`, not \`10.0.0.1/8\`.`,
  bad: [
    {
      title: 'two ports without names',
      manifests: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports:
    - port: 80
    - port: 443
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ containerPort: 80 }, { containerPort: 443 }]
`,
    },
    {
      title: 'a node port on a Service within the cluster',
      manifests: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ port: 80, nodePort: 30080 }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ containerPort: 80 }]
`,
    },
    {
      title: 'a load balancer without an address of its own',
      manifests: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: LoadBalancer
  clusterIP: None
  selector: { app: web }
  ports: [{ port: 80 }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ containerPort: 80 }]
`,
    },
  ],
  good: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports:
    - { name: http, port: 80 }
    - { name: https, port: 443 }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports: [{ containerPort: 80 }, { containerPort: 443 }]
`,
});
