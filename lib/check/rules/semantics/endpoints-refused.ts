import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('endpoints', {
  code: 'K222',
  name: 'endpoints-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['Endpoints', 'discovery.k8s.io/EndpointSlice'],
  summary: 'Endpoints or an EndpointSlice that the API server refuses',
  explanation: `An address is an IP address: no host name, and none of the loopback, link-local or unspecified ones, since what stands here is reached from
other nodes. For a name, make a Service of type ExternalName. An EndpointSlice holds addresses of one \`addressType\`; IPv6 addresses are in
their canonical form since 1.33. Where there are several ports, each is named as in the Service.`,
  bad: [
    {
      title: 'a loopback address',
      manifests: `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  ports: [{ name: sql, port: 5432 }]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  namespace: shop
  labels: { kubernetes.io/service-name: db }
addressType: IPv4
endpoints: [{ addresses: [127.0.0.1] }]
ports: [{ name: sql, port: 5432 }]
`,
    },
    {
      title: 'a host name as an address',
      manifests: `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  ports: [{ name: sql, port: 5432 }]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  namespace: shop
  labels: { kubernetes.io/service-name: db }
addressType: IPv4
endpoints: [{ addresses: [db.example.com] }]
ports: [{ name: sql, port: 5432 }]
`,
    },
  ],
  good: `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  ports: [{ name: sql, port: 5432 }]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  namespace: shop
  labels: { kubernetes.io/service-name: db }
addressType: IPv4
endpoints: [{ addresses: [192.0.2.10] }]
ports: [{ name: sql, port: 5432 }]
`,
});
