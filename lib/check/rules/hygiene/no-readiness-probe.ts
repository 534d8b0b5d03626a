import { listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { reportContainers } from './pods/report-containers';

export default defineRule({
  code: 'K608',
  name: 'no-readiness-probe',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container that serves a port and has no readiness probe',
  explanation: `Without a readiness probe a pod gets traffic the moment its process starts, and keeps getting it when it can no longer answer; a rolling update takes
every new pod for a working one, and goes on until none is left. Containers that declare no port, and Jobs, need none.`,
  bad: podExample({ container: ['ports:', '  - containerPort: 8080'] }),
  good: podExample({
    container: ['ports:', '  - containerPort: 8080', 'readinessProbe:', '  tcpSocket: { port: 8080 }'],
  }),
  check: (entry, context) =>
    reportContainers(entry, context, {
      find: ({ container, pointer }, pod) => {
        if (!pod.runsOn || pointer.includes('/initContainers/')) return undefined;
        if (listField(container, 'ports').length === 0 || container.readinessProbe !== undefined)
          return undefined;
        return ['', 'no readinessProbe'];
      },
      does: ['gets traffic before it can answer', 'get traffic before they can answer'],
      help: ['add a `readinessProbe` that asks for what it needs to serve'],
    }),
});
