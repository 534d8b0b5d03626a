import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('probe', {
  code: 'K205',
  name: 'probe-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'A probe or a hook of a container that the API server refuses',
  explanation: `A probe, and a hook, does one thing: \`exec\`, \`httpGet\`, \`tcpSocket\`, and \`grpc\` for a probe or \`sleep\` for a hook. Its port is a
number, or the name of a port of the container; a number in quotes is taken for a name. Liveness and startup probes succeed at
once: only a readiness probe may want several successes. A sleep ends within \`terminationGracePeriodSeconds\`. An init container is
not probed, unless \`restartPolicy: Always\` makes it a sidecar.`,
  bad: [
    {
      title: 'a liveness probe that wants two successes',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      livenessProbe:
        httpGet: { path: /live, port: 8080 }
        successThreshold: 2
`,
    },
    {
      title: 'a port number in quotes',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      readinessProbe:
        httpGet: { path: /ready, port: '8080' }
`,
    },
    {
      title: 'a sleep that is longer than the grace period',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      lifecycle:
        preStop:
          sleep: { seconds: 60 }
`,
    },
    {
      title: 'a probe on an init container that ends',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  initContainers:
    - name: proxy
      image: example.com/proxy:1.0.0
      readinessProbe:
        tcpSocket: { port: 8080 }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  terminationGracePeriodSeconds: 90
  initContainers:
    - name: proxy
      image: example.com/proxy:1.0.0
      restartPolicy: Always
      readinessProbe:
        tcpSocket: { port: 8080 }
  containers:
    - name: web
      image: example.com/web:1.0.0
      readinessProbe:
        httpGet: { path: /ready, port: 8080 }
        successThreshold: 2
      lifecycle:
        preStop:
          sleep: { seconds: 60 }
`,
});
