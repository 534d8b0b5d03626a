import { defineRule } from '../../define-rule';
import { windowsHostProcess } from '../../pod-security/controls/windows-host-process';
import { baselinePod } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K511',
  name: 'windows-host-process',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A HostProcess container of Windows where Pod Security forbids it',
  explanation: `A container with \`windowsOptions.hostProcess\` is a process of its Windows node, as a privileged one is on Linux.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  // Such a pod is on the network of its node too, which is a control of its own. Where the server wants that, it says
  // so before Pod Security does; of StatefulSets it does not look at the pods before 1.34.
  bad: {
    target: '1.33',
    manifests: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: baseline }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  clusterIP: None
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  serviceName: web
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      os: { name: windows }
      securityContext: { windowsOptions: { hostProcess: true } }
      containers:
        - name: web
          image: example.com/web:1.0.0
          ports: [{ containerPort: 80 }]
`,
  },
  good: baselinePod({ spec: ['os: { name: windows }'] }),
  check: checkControl(windowsHostProcess, {
    does: ['runs as a process of its node', 'run as processes of their node'],
    help: (violations) => [
      `drop \`windowsOptions.hostProcess\` in the securityContext of ${whereInWords(violations)}`,
    ],
  }),
});
