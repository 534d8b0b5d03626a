import { schemaRule } from './pass/schema-rule';

export default schemaRule('deprecated-field', {
  code: 'K115',
  name: 'deprecated-field',
  group: 'schema',
  severity: 'warning',
  kinds: ['*'],
  summary: 'A field, annotation or node label that is deprecated',
  explanation: `Upstream keeps the field for old manifests only: something else has taken its place, or nothing reads it any more. Of
many the API server warns; some do nothing at all, and what they were meant to do does not happen.`,
  bad: `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: internal }
spec: { controller: example.com/ingress }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations: { kubernetes.io/ingress.class: internal }
spec:
  defaultBackend: { resource: { apiGroup: example.com, kind: Bucket, name: static } }
`,
  good: `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: internal }
spec: { controller: example.com/ingress }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: internal
  defaultBackend: { resource: { apiGroup: example.com, kind: Bucket, name: static } }
`,
});
