import { listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { CONTROLLER_KINDS } from '../workload-kinds';
import { type HygieneContainer, hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';
import { reportContainers } from './pods/report-containers';
import { servedPods } from './pods/served-pods';

const service = `---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
`;
const ports = ['ports:', '  - containerPort: 8080'];
const probe = ['readinessProbe:', '  tcpSocket: { port: 8080 }'];

export default defineRule({
  code: 'K608',
  name: 'no-readiness-probe',
  group: 'hygiene',
  severity: 'warning',
  kinds: CONTROLLER_KINDS,
  reads: ['Service'],
  summary: 'Pods behind a Service, none of whose containers has a readiness or startup probe',
  explanation: `Without a readiness probe a pod gets traffic the moment its process starts, and keeps getting it when it can no longer answer; a rolling update takes
every new pod for a working one, and goes on until none is left. One container that says when the pod is ready will do; a startup probe
keeps traffic away until it has been answered (\`UpdatePodStatus\`, pkg/kubelet/prober/prober_manager.go), and counts as well.

Pods that no Service of the set selects are not looked at, nor are Pods made by hand, those of Jobs, and those behind a Service with
\`publishNotReadyAddresses\`.`,
  bad: podExample({ container: ports }) + service,
  good: [
    { title: 'with a probe', manifests: podExample({ container: [...ports, ...probe] }) + service },
    { title: 'behind no Service', manifests: podExample({ container: ports }) },
  ],
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || !pod.runsOn || pod.containers.some(isAsked)) return;
    const service = context.once(servedPods).get(entry);
    if (service === undefined) return;
    const hasPorts = pod.containers.some(({ container }) => listField(container, 'ports').length > 0);
    reportContainers(entry, context, {
      find: ({ container, pointer }) => {
        if (pointer.includes('/initContainers/')) return undefined;
        if (hasPorts && listField(container, 'ports').length === 0) return undefined;
        return ['', 'no readinessProbe'];
      },
      does: ['may get traffic before it can answer', 'may get traffic before they can answer'],
      others: [
        { entry: service, path: '/spec/selector', label: `${objectTitle(service)} sends traffic there` },
      ],
      help: ['add a `readinessProbe` that asks for what it needs to serve'],
    });
  },
});

function isAsked({ container: { readinessProbe, startupProbe } }: HygieneContainer): boolean {
  return (readinessProbe ?? startupProbe) !== undefined;
}
