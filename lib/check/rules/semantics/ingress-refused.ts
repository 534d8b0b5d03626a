import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('ingress', {
  code: 'K223',
  name: 'ingress-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress', 'networking.k8s.io/IngressClass'],
  summary: 'An Ingress or IngressClass that the API server refuses',
  explanation: `A host is a DNS name, perhaps with \`*.\` before it: no URL, no port, no IP address. A path of the type Prefix or Exact begins with \`/\`, and has
neither \`//\` nor \`..\` in it. A backend is a Service with the number or the name of one of its ports, not both, or a resource. The
controller of an IngressClass is a domain and a path.`,
  bad: [
    {
      title: 'a URL as the host',
      manifests: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: https://shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { number: 80 } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
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
      title: 'a path without a slash',
      manifests: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: cart
            pathType: Prefix
            backend: { service: { name: web, port: { number: 80 } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
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
      title: 'a port by name and by number',
      manifests: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { name: http, number: 80 } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
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
  good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /cart
            pathType: Prefix
            backend: { service: { name: web, port: { number: 80 } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
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
});
