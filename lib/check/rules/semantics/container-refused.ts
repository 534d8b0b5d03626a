import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('container', {
  code: 'K204',
  name: 'container-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'A container whose name, image, ports, variables or restart rules the API server refuses',
  explanation: `Containers, init containers and sidecars have names of their own, which are DNS labels. Ports have numbers from 1 to 65535 and,
perhaps, names of at most 15 characters with a letter in them; a name stands once in a container, and a host port once in a pod. A
variable has a \`value\` or one source in \`valueFrom\`, never both.

Before 1.32 the names of variables were letters, digits, \`_\`, \`-\` and \`.\` only. \`restartPolicy\` on an init container makes it a sidecar
(since 1.29, and only with \`Always\`); on other containers it is refused until 1.33, and means something since 1.35.`,
  bad: [
    {
      title: 'two containers of one name',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - { name: web, image: example.com/web:1.0.0 }
    - { name: web, image: example.com/proxy:1.0.0 }
`,
    },
    {
      title: 'a variable with a value and a source',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      env:
        - name: NODE
          value: unknown
          valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
`,
    },
    {
      title: 'the name of a port longer than 15 characters',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports:
        - { name: prometheus-metrics, containerPort: 9090 }
`,
    },
    {
      title: 'one host port twice',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports:
        - { containerPort: 80, hostPort: 8080 }
    - name: admin
      image: example.com/admin:1.0.0
      ports:
        - { containerPort: 81, hostPort: 8080 }
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
      ports:
        - { name: http, containerPort: 80 }
      env:
        - name: NODE
          valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
    - { name: proxy, image: example.com/proxy:1.0.0 }
`,
});
