import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('pod', {
  code: 'K203',
  name: 'pod-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'A pod whose names, DNS settings, deadline or other fields of its own the API server refuses',
  explanation: `What a pod is as a whole: it has one container at least. Its \`hostname\` and \`subdomain\` are DNS labels, without dots; addresses of
name servers and of \`hostAliases\` are addresses. \`dnsPolicy: None\` wants name servers in \`dnsConfig\`, three at most. Ephemeral containers
come into a pod that runs, never with it.

Containers, probes, resources, volumes, security and scheduling have rules of their own.`,
  bad: [
    {
      title: 'no DNS policy and no name server',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  dnsPolicy: None
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
    {
      title: 'a hostname with dots',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  hostname: web.example.com
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
    {
      title: 'an alias of a name, where an address is wanted',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  hostAliases:
    - { ip: database.example.com, hostnames: [database] }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  hostname: web
  subdomain: shop
  dnsPolicy: None
  dnsConfig: { nameservers: [10.0.0.10] }
  hostAliases:
    - { ip: 10.0.3.7, hostnames: [database] }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
});
